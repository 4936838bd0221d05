"""What `fetching` stands on: addresses, which of them are the public net, patience, unpacking."""
