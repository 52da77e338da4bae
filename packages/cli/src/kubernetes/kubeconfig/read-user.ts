import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { ClientCertificate, Connection } from "../connection.js";
import { findCertificateProblem } from "../find-certificate-problem.js";
import type { ClusterOfContext } from "./cluster-of-context.js";
import type { Faults } from "./faults.js";
import { readCredentialProgram } from "./read-credential-program.js";
import { readData } from "./read-data.js";
import { readImpersonation } from "./read-impersonation.js";

type Credentials = Pick<Connection, "clientCertificate" | "authorization" | "credentialProgram" | "impersonation">;

/**
 * Reads who is asking; `null` where there is a fault.
 *
 * @param cluster `null` where there is a fault in it
 */
export function readUser(user: LocatedNode, cluster: ClusterOfContext | null, faults: Faults): Credentials | null {
  const { problems } = faults;
  const certificate = readData(user, "client-certificate", faults);
  const privateKey = readData(user, "client-key", faults);
  if ((certificate === null) !== (privateKey === null) && problems.isEmpty())
    problems.add(user.place, { message: "half a client certificate", expected: "client-certificate and client-key", actual: "one of them" });
  if (certificate !== null && privateKey !== null) checkCertificate(user, { certificate, privateKey }, faults);
  const authorization = readAuthorization(user, faults);
  const clientCertificate = certificate === null || privateKey === null ? null : { certificate, privateKey };
  const isNobody = clientCertificate === null && authorization === null;
  const credentialProgram = isNobody ? readCredentialProgram(user, cluster, faults) : null;
  const provider = memberOf(user, "auth-provider");
  if (isNobody && credentialProgram === null && provider !== null)
    problems.add(provider.place, {
      message: "auth-provider is gone from Kubernetes",
      expected: "exec, a token, a tokenFile or a client certificate",
      actual: textOf(memberOf(provider, "name")) ?? "auth-provider",
    });
  const impersonation = readImpersonation(user, faults);
  return problems.isEmpty() ? { clientCertificate, authorization: authorization ?? (() => null), credentialProgram, impersonation } : null;
}

function readAuthorization(user: LocatedNode, { problems, readBeside }: Faults): Connection["authorization"] | null {
  const tokenFile = memberOf(user, "tokenFile");
  const path = textOf(tokenFile);
  const token = textOf(memberOf(user, "token")) ?? "";
  const name = textOf(memberOf(user, "username")) ?? "";
  if (token !== "" && name !== "")
    problems.add(user.place, { message: "the user shows a token and a password", expected: "one of them, as kubectl wants it", actual: "both" });
  if (tokenFile !== null && path !== null && path !== "") {
    const read = (): string | null => readBeside(tokenFile.place.file, path);
    if (read() === null) problems.add(tokenFile.place, { message: "tokenFile cannot be read", expected: "a file that is there", actual: path });
    return () => {
      const written = read()?.trim() ?? "";
      return written === "" ? null : `Bearer ${written}`;
    };
  }
  if (token !== "") return () => `Bearer ${token}`;
  const password = textOf(memberOf(user, "password"));
  return name === "" ? null : () => `Basic ${Buffer.from(`${name}:${password ?? ""}`).toString("base64")}`;
}

function checkCertificate(user: LocatedNode, { certificate, privateKey }: ClientCertificate, { problems }: Faults): void {
  const problem = findCertificateProblem(certificate, privateKey);
  if (problem === null) return;
  const name = `client-${problem.of}`;
  const node = memberOf(user, `${name}-data`) ?? memberOf(user, name) ?? user;
  problems.add(node.place, { message: `${name} is not usable`, expected: problem.expected, actual: "something else" });
}
