import { useState } from "react";

const THEMES = ["auto", "light", "dark"] as const;
const SIGNS = { auto: "◐", light: "☀", dark: "☾" } as const;

/** Light, dark, or as the system says; it is kept for as long as the page is open. */
export function ThemeButton() {
  const [theme, setTheme] = useState<(typeof THEMES)[number]>("auto");
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
  const change = (): void => {
    setTheme(next);
    document.documentElement.dataset.theme = next;
  };
  return (
    <button type="button" className="button button-round" onClick={change} aria-label={`Colours: ${theme}; change to ${next}`} title={`Colours: ${theme}`}>
      <span aria-hidden="true">{SIGNS[theme]}</span>
    </button>
  );
}
