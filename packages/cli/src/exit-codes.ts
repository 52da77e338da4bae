/** Exit codes of every command (design, "The command line"). */
export const EXIT = { asExpected: 0, unexpected: 1, usage: 2, invalidInput: 3, internal: 4 } as const;
