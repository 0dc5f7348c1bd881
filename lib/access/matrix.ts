import {
  caseRoles,
  emergencyRole,
  globalRoles,
  ownRole,
  type Permission,
  permissions,
  rolesWith,
} from "./permissions.ts";

export const matrixRoles = [...caseRoles, emergencyRole, ...globalRoles, ownRole] as const;

/** Permission by role, for the page and for docs/access.md: the same table that decides. */
export function permissionMatrix(): { permission: Permission; roles: boolean[] }[] {
  return (Object.keys(permissions) as Permission[]).map((permission) => ({
    permission,
    roles: matrixRoles.map((role) => rolesWith(permission).includes(role)),
  }));
}
