import { expect, it } from "vitest";
import { namingStyle } from "../../../src/lint/naming-style.js";

it.each([
  ["tenant_id", "snake_case"],
  ["_internal_id", "snake_case"],
  ["tenantId", "camelCase"],
  ["tenantID2", "camelCase"],
  ["TenantId", "PascalCase"],
  ["Tenant", "PascalCase"],
  ["tenant-id", "kebab-case"],
  ["tenant.id", "dot.case"],
  ["TENANT_ID", "UPPER_CASE"],
  ["https://acme.example/claims/tenantId", "camelCase"],
  ["https://other.example/claims/tenant_id", "snake_case"],
  ["urn:other:tenant-id", "kebab-case"],
  ["tenant", null],
  ["TENANT", null],
  ["Tenant_id", null],
  ["ä_b", null],
  ["", null],
])("%j is in %s", (name, want) => {
  expect(namingStyle(name, ["https://acme.example/", "https://acme.example/claims/"])).toBe(want);
});
