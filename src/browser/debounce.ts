/** A function that acts once it was not called for a while; `cancel` takes back what still waits. */
export function debounced(action: () => void, pause: number): { start(): void; cancel(): void } {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(waiting);
  return {
    start: () => {
      cancel();
      waiting = setTimeout(action, pause);
    },
    cancel,
  };
}
