import type { ObjectMeta } from "../../storage/kubernetes-object.js";
import { type FieldProblem, invalid, required } from "../field-problem.js";

const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const SUBDOMAIN_MESSAGE = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`;
const LABEL_MESSAGE = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`;

/** Problems of an object's name; a prefix is as good as a name. */
export function findNameProblems({ name = "", generateName = "" }: ObjectMeta): readonly FieldProblem[] {
  if (name === "") return generateName === "" ? [required("metadata.name", "name or generateName is required")] : [];
  if (name.length > 253) return [invalid("metadata.name", name, "must be no more than 253 characters")];
  return new RegExp(`^${SUBDOMAIN}$`).test(name) ? [] : [invalid("metadata.name", name, SUBDOMAIN_MESSAGE)];
}

/** Problems of a name within an object, such as a container's. */
export function findLabelProblems(field: string, name: string): readonly FieldProblem[] {
  if (name === "") return [required(field)];
  if (name.length > 63) return [invalid(field, name, "must be no more than 63 characters")];
  return new RegExp(`^${LABEL}$`).test(name) ? [] : [invalid(field, name, LABEL_MESSAGE)];
}
