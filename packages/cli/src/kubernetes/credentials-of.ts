import type { ClientCertificate, Connection } from "./connection.js";
import { type MadeCredentials, runCredentialProgram } from "./run-credential-program.js";

/** Who is asking, at one moment. */
export interface Credentials {
  /** The `Authorization` header; `null` for none. */
  readonly authorization: string | null;
  readonly clientCertificate: ClientCertificate | null;
}

/** Gives credentials that are good now. */
export interface CredentialSource {
  /** @throws {ApiError} when the program that makes them does not */
  current(): Promise<Credentials>;
  /** The API server does not know them: a program is asked anew the next time. */
  refused(): void;
}

/** A connection's own, or those that its program makes, which are kept as long as they say. */
export function credentialsOf(connection: Connection): CredentialSource {
  const { credentialProgram, clientCertificate } = connection;
  if (credentialProgram === null) return { current: async () => ({ authorization: connection.authorization(), clientCertificate }), refused: () => {} };
  let made: Promise<MadeCredentials> | null = null;
  return {
    async current() {
      made ??= runCredentialProgram(credentialProgram);
      const asked = made;
      try {
        const { token, clientCertificate: certificate, expiresAt } = await asked;
        if (expiresAt === null || expiresAt > Date.now() || made !== asked) return { authorization: bearer(token), clientCertificate: certificate };
        made = runCredentialProgram(credentialProgram);
        const anew = await made;
        return { authorization: bearer(anew.token), clientCertificate: anew.clientCertificate };
      } catch (error) {
        made = null;
        throw error;
      }
    },
    refused() {
      made = null;
    },
  };
}

function bearer(token: string | null): string | null {
  return token === null ? null : `Bearer ${token}`;
}
