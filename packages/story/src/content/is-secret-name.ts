const SECRET = new Set(["secretaccesskey", "sessiontoken", "token", "webidentitytoken", "x-amz-security-token"]);

/** Whether a field of this name holds what works for whoever has it. */
export function isSecretName(name: string): boolean {
  return SECRET.has(name.toLowerCase());
}
