/** How long a button says that it has copied. Milliseconds. */
const SHOWN = 2000;

/** Shows the buttons that copy, and has each copy the text of the element that it names. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const label = button.firstChild;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset["copy"] ?? "");
      if (source === null || label === null) return;
      label.textContent = (await copyText(source)) ? "Copied" : "Select and copy it";
      setTimeout(() => {
        label.textContent = "Copy";
      }, SHOWN);
    });
  }
}

/** Copies; where the browser refuses, the text is selected, so that one key is left to press. */
async function copyText(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(source);
    return false;
  }
}
