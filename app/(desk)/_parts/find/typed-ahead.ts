const WAIT_MS = 10_000;

let stop: (() => void) | null = null;
let text = "";
let isEntered = false;

/** Keeps what is typed from the key that opens the search until its box has the focus; Enter is kept too. */
export function keepTyping(): void {
  stop?.();
  text = "";
  isEntered = false;
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key === "Escape" || key === "Tab") return stop?.();
    if (key === "Enter") isEntered = true;
    else if (key === "Backspace") text = text.slice(0, -1);
    else if ([...key].length === 1) text += key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const timer = setTimeout(() => stop?.(), WAIT_MS);
  document.addEventListener("keydown", onKeyDown, true);
  stop = () => {
    clearTimeout(timer);
    document.removeEventListener("keydown", onKeyDown, true);
    stop = null;
  };
}

/** Ends the keeping. @returns what was typed meanwhile, and whether Enter was pressed; null when nothing was kept */
export function takeTyped(): { readonly text: string; readonly isEntered: boolean } | null {
  if (stop === null) return null;
  stop();
  return { text, isEntered };
}
