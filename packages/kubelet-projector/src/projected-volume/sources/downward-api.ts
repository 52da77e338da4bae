import { fieldOf, type VolumeProjection } from "../../pod.js";
import { VolumeError } from "../volume-error.js";
import type { SourceContext, SourceFile } from "./volume-source.js";

/**
 * The files with fields of the pod.
 * Leaves out: `resourceFieldRef`.
 *
 * @throws {VolumeError} for a field that cannot be asked for
 */
export function projectDownwardApi({ items = [] }: NonNullable<VolumeProjection["downwardAPI"]>, { pod }: SourceContext): readonly SourceFile[] {
  return items.flatMap(({ path, mode = null, fieldRef }) => {
    if (fieldRef === undefined) return [];
    const value = fieldOf(pod, fieldRef.fieldPath);
    if (value === null) throw new VolumeError(`unsupported fieldPath: ${fieldRef.fieldPath}`);
    return [{ path, content: new TextEncoder().encode(value), mode, isToken: false }];
  });
}
