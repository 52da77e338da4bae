import { type FieldProblem, invalid, required, tooLong } from "../../field-problem.js";
import type { Volume } from "../../types/volume.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { isLongerThan } from "../formats/is-longer-than.js";
import { dnsSubdomain } from "../formats/names.js";

const MAX_DRIVER_NAME = 63;

/** Problems of a volume that a driver makes. */
export function* findCsiProblems({ driver = "", nodePublishSecretRef }: NonNullable<Volume["csi"]>, field: string): Generator<FieldProblem> {
  if (driver === "") yield required(`${field}.driver`);
  else {
    if (isLongerThan(driver, MAX_DRIVER_NAME)) yield tooLong(`${field}.driver`, MAX_DRIVER_NAME);
    for (const problem of dnsSubdomain(driver.toLowerCase())) yield invalid(`${field}.driver`, driver, problem);
  }
  if (nodePublishSecretRef === undefined) return;
  const { name = "" } = nodePublishSecretRef;
  if (name === "") yield required(`${field}.nodePublishSecretRef.name`);
  else yield* findFormatProblems(dnsSubdomain, `${field}.name`, name);
}
