/** The arrow keys walk from the box through the links of the results and back; Escape goes back to the box. */
export function moveOnArrows(box: HTMLInputElement, list: HTMLElement): void {
  const move = (event: KeyboardEvent): void => {
    const stops = [box, ...list.querySelectorAll('a')];
    const at = stops.findIndex((stop) => stop.matches(':focus'));
    const step = { ArrowDown: 1, ArrowUp: -1, Escape: -at }[event.key] ?? 0;
    const next = stops[at + step];
    if (at < 0 || step === 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  box.addEventListener('keydown', move);
  list.addEventListener('keydown', move);
}
