import fc from "fast-check";
import { expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import type { FileUser } from "./files.js";
import { createFilesView } from "./files-view.js";
import { createInMemoryFiles } from "./in-memory-files.js";

const OWNER = 1000;
const GROUP = 2000;

function canRead(mode: number, user: FileUser): boolean {
  const clock = new VirtualClock(epochMillis(0));
  const root = createInMemoryFiles(clock);
  root.write("/token", new Uint8Array(), mode);
  root.changeOwner("/token", OWNER, GROUP);
  const view = createFilesView(createInMemoryFiles(clock), { root, mounts: [], user });
  try {
    view.read("/token");
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "EACCES", message: "EACCES: permission denied, open '/token'" });
    return false;
  }
}

const owner = { uid: OWNER, gids: [GROUP] };
const member = { uid: 1, gids: [3, GROUP] };
const stranger = { uid: GROUP, gids: [OWNER] };

test.each([
  { mode: 0o400, readers: ["owner"] },
  { mode: 0o040, readers: ["member"] },
  { mode: 0o004, readers: ["stranger"] },
  { mode: 0o044, readers: ["member", "stranger"] },
  { mode: 0o440, readers: ["owner", "member"] },
  { mode: 0o604, readers: ["owner", "stranger"] },
  { mode: 0o333, readers: [] },
  { mode: 0o7000, readers: [] },
])("mode $mode: only the bits of the first class that fits count", ({ mode, readers }) => {
  const users = Object.entries({ owner, member, stranger });
  expect(users.filter(([, user]) => canRead(mode, user)).map(([name]) => name)).toEqual(readers);
  expect(canRead(mode, { uid: 0, gids: [] })).toBe(true);
});

test("of twelve bits one decides for each who is not root", () => {
  const bits = [
    { user: owner, bit: 0o400 },
    { user: member, bit: 0o040 },
    { user: stranger, bit: 0o004 },
  ];
  fc.assert(
    fc.property(fc.nat(0o7777), fc.constantFrom(...bits), (mode, { user, bit }) => {
      expect(canRead(mode, user)).toBe((mode & bit) !== 0);
    }),
  );
});
