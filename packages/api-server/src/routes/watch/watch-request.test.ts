import { expect, test } from "vitest";
import { isWatch, readWatchRequest } from "./watch-request.js";

const requestOf = (query: string) => ({ method: "GET", url: `https://api.test/api/v1/pods?${query}`, headers: {}, body: "" });

test.each([
  { query: "watch=1", watches: true },
  { query: "watch=true", watches: true },
  { query: "watch=0", watches: false },
  { query: "watch=", watches: true },
  { query: "watch=FALSE", watches: false },
  { query: "", watches: false },
])("%j", ({ query, watches }) => {
  expect(isWatch(requestOf(query))).toBe(watches);
});

test.each([
  { query: "", wanted: { resourceVersion: 0, timeoutSeconds: null, allowWatchBookmarks: false, sendInitialEvents: false } },
  { query: "resourceVersion=&timeoutSeconds=", wanted: { resourceVersion: 0, timeoutSeconds: null, allowWatchBookmarks: false, sendInitialEvents: false } },
  {
    query: "resourceVersion=17&timeoutSeconds=0&allowWatchBookmarks=true",
    wanted: { resourceVersion: 17, timeoutSeconds: null, allowWatchBookmarks: true, sendInitialEvents: false },
  },
  {
    query: "resourceVersion=0&timeoutSeconds=1&allowWatchBookmarks=false",
    wanted: { resourceVersion: 0, timeoutSeconds: 1, allowWatchBookmarks: false, sendInitialEvents: false },
  },
  {
    query: "resourceVersion=7&resourceVersionMatch=NotOlderThan&sendInitialEvents=true&allowWatchBookmarks=true",
    wanted: { resourceVersion: 0, timeoutSeconds: null, allowWatchBookmarks: true, sendInitialEvents: true },
  },
])("%j is read", ({ query, wanted }) => {
  expect(readWatchRequest(requestOf(query))).toEqual(wanted);
});

test.each([
  { query: "resourceVersion=x1", message: 'resourceVersion: Invalid value: "x1": strconv.ParseUint: parsing "x1": invalid syntax', status: 500 },
  { query: "resourceVersion=1x", message: 'resourceVersion: Invalid value: "1x": strconv.ParseUint: parsing "1x": invalid syntax', status: 500 },
  { query: "resourceVersion=-1", message: 'resourceVersion: Invalid value: "-1": strconv.ParseUint: parsing "-1": invalid syntax', status: 500 },
  { query: "timeoutSeconds=5s", message: 'strconv.ParseInt: parsing "5s": invalid syntax' },
  { query: "timeoutSeconds=s5", message: 'strconv.ParseInt: parsing "s5": invalid syntax' },
])("%j is refused", ({ query, message, status = 400 }) => {
  expect(() => readWatchRequest(requestOf(query))).toThrow(expect.objectContaining({ status, message }));
});
