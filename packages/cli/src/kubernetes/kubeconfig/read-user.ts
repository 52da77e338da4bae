import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Connection } from "../connection.js";
import type { Faults } from "./faults.js";
import { readData } from "./read-data.js";

type Credentials = Pick<Connection, "clientCertificate" | "authorization">;

/** What is told of credentials that a program would have to make. */
const NOT_RUN = "a client certificate, a token or a tokenFile: kubectl create token, or a service account of its own, gives one";

/** Reads who is asking; `null` where there is a fault. */
export function readUser(user: LocatedNode, faults: Faults): Credentials | null {
  const { problems } = faults;
  const certificate = readData(user, "client-certificate", faults);
  const privateKey = readData(user, "client-key", faults);
  if ((certificate === null) !== (privateKey === null) && problems.isEmpty())
    problems.add(user.place, { message: "half a client certificate", expected: "client-certificate and client-key", actual: "one of them" });
  const authorization = readAuthorization(user, faults);
  const clientCertificate = certificate === null || privateKey === null ? null : { certificate, privateKey };
  if (clientCertificate === null && authorization === null)
    for (const way of ["exec", "auth-provider"] as const) {
      const node = memberOf(user, way);
      if (node === null) continue;
      const program = textOf(memberOf(node, way === "exec" ? "command" : "name")) ?? way;
      problems.add(node.place, {
        message: "the user's credentials are made by a program, and irsa-sim runs none",
        expected: NOT_RUN,
        actual: `${way}: ${program}`,
      });
    }
  return problems.isEmpty() ? { clientCertificate, authorization: authorization ?? (() => null) } : null;
}

function readAuthorization(user: LocatedNode, { problems, readBeside }: Faults): Connection["authorization"] | null {
  const tokenFile = memberOf(user, "tokenFile");
  const path = textOf(tokenFile);
  if (tokenFile !== null && path !== null && path !== "") {
    const read = (): string | null => readBeside(tokenFile.place.file, path);
    if (read() === null) problems.add(tokenFile.place, { message: "tokenFile cannot be read", expected: "a file that is there", actual: path });
    return () => {
      const token = read()?.trim() ?? "";
      return token === "" ? null : `Bearer ${token}`;
    };
  }
  const token = textOf(memberOf(user, "token"));
  if (token !== null && token !== "") return () => `Bearer ${token}`;
  const name = textOf(memberOf(user, "username"));
  const password = textOf(memberOf(user, "password"));
  return name === null || name === "" ? null : () => `Basic ${Buffer.from(`${name}:${password ?? ""}`).toString("base64")}`;
}
