import { expect, test } from "vitest";
import { nameCutOff } from "./cut-off.js";

test.each([
  { code: "ERR_HTTP_REQUEST_TIMEOUT", reason: "slow" },
  { code: "ERR_TLS_HANDSHAKE_TIMEOUT", reason: "slow" },
  { code: "HPE_INVALID_METHOD", reason: "not-http" },
  { code: "HPE_HEADER_OVERFLOW", reason: "too-long" },
  { code: "ERR_SSL_HTTP_REQUEST", reason: "http-at-tls-port" },
  { code: "ERR_SSL_WRONG_VERSION_NUMBER", reason: "not-tls" },
  { code: "ERR_SSL_TLSV1_ALERT_UNKNOWN_CA", reason: "distrust" },
  { code: "ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE", reason: "distrust" },
  { code: "ECONNRESET", reason: "broke-off" },
  { code: "ENOTHING", reason: null },
])("$code: $reason", ({ code, reason }) => expect(nameCutOff(code)).toBe(reason));
