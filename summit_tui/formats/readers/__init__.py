"""The formats that come in: one file each, from bytes to a draft; `table` names them."""
