/** Adds the switch between light and dark; the choice outlives the visit where storage allows it. */
export function addThemeToggle(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
  if (button === null) return;
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const label = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.ariaLabel = `Switch to the ${isDark() ? 'light' : 'dark'} theme`;
  };
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage may be shut off; the choice then lasts for this page.
    }
    label();
  });
  system.addEventListener('change', label);
  label();
  button.hidden = false;
}
