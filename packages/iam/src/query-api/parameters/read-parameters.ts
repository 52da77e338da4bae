import { IAM_FAULTS } from "../iam-fault.js";
import type { QueryRequest } from "../query-protocol.js";
import type { ParameterReader } from "./parameter-readers.js";

type Readers = { readonly [name: string]: ParameterReader<unknown> };
type Values<R extends Readers> = { readonly [name in keyof R]: ReturnType<R[name]> };

/**
 * Reads the parameters of a call, each with its reader; all that is wrong is said at once.
 *
 * @throws {IamFault} `ValidationError` with a clause for each broken constraint, `MalformedInput` for a number that is none
 * @see sts-and-iam.md, section 2.2
 * @example const { RoleName } = readParameters(query, { RoleName: required(ROLE_NAME) });
 */
export function readParameters<R extends Readers>(query: QueryRequest, readers: R): Values<R> {
  const clauses: string[] = [];
  const entries = Object.entries(readers).map(([name, read]) => [name, read(query, name, (clause) => clauses.push(clause))] as const);
  if (clauses.length > 0) throw IAM_FAULTS.invalidParameters(clauses);
  return Object.fromEntries(entries) as Values<R>;
}
