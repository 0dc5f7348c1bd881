import type { Permission, Role } from "#lib/access/permissions.ts";
import { NotFound, Refused } from "./refusals.ts";
import { ORGANISATION, type Scope } from "./scope.ts";

/**
 * Decides whether the caller may use a permission on a subject that they can already see.
 * @returns the role that carries it
 * @throws Refused when they hold no such role; NotFound when they cannot see the case at all
 */
export function authorize(scope: Scope, permission: Permission, where: string, sight: Permission): Role {
  const role = scope.roleFor(permission, where);
  if (role) return role;
  const sees =
    where === ORGANISATION ||
    scope.roleFor(sight, where) !== null ||
    scope.roleFor("case.read", where) !== null;
  if (!sees) throw new NotFound();
  throw new Refused("role.missing");
}
