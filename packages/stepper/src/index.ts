/** A run in a full-screen terminal. */
export { openTerminal, type Terminal, type TerminalEvent } from "./terminal/open-terminal.js";
