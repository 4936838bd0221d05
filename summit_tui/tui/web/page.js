// The terminal begins when its fonts are there, since it measures them once; it is told where its
// process is, and has the keyboard as soon as there is something on it.

const begin = window.onload;
const FONTS = ["16px", "bold 16px", "italic 16px", "italic bold 16px"];

window.onload = async () => {
  const here = new URL("ws", window.location.href.split("?")[0]);
  here.protocol = here.protocol.replace("http", "ws");
  document.querySelector("#terminal").dataset.sessionWebsocketUrl = here.href;
  await Promise.allSettled(FONTS.map((font) => document.fonts.load(`${font} "Roboto Mono"`)));
  try {
    begin();
  } catch (error) {
    document.querySelector("#opening p").textContent =
      `This browser cannot draw a terminal: ${error.message}`;
  }
  document.querySelector("#again").addEventListener("click", () => window.location.reload());
};

new MutationObserver(() => {
  const part = document.body.classList.contains("-closed") ? "#again" : ".xterm-helper-textarea";
  document.querySelector(part)?.focus();
}).observe(document.documentElement, { subtree: true, attributeFilter: ["class"] });
