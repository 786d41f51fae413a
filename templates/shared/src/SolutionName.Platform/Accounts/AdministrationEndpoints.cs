using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Acme.Platform.Access;
using Acme.Platform.Errors;
using Acme.Platform.Lists;
using Acme.Platform.OpenApi;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>What administrators do: users, their roles, and what those grant. It takes effect with a user's next tokens.</summary>
internal static class AdministrationEndpoints
{
    // No entity can be called so: there is no dot in the names of their resources.
    private const string Users = "account.users";

    private const string UserText = "The id of the user.";
    private const string RoleText = "The name of the role.";

    private static readonly RoleNameAttribute RoleRule = new();

    private static readonly ListRules<UserResponse> UserRules = new ListRules<UserResponse>()
        .FilterAndSort("id", user => user.Id)
        .Filter("email", user => user.Email);

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(AccountEndpoints.Route).WithTags("Administration").RequiresPermission(Users);

        // Not called as the operations of an entity User or Role would be.
        group.MapGet("users", ListUsers).WithName("FindUsers").WithDescription("Lists users with their roles, a page at a time.").CanFail(400).Lists(UserRules);
        group.MapPut("users/{id:guid}/roles/{role}", Grant).WithName("GrantRole")
            .WithDescription("Gives a user a role, from the next tokens on.").CanFail(400, 404);
        group.MapDelete("users/{id:guid}/roles/{role}", Revoke).WithName("RevokeRole")
            .WithDescription("Takes a role from a user, from the next tokens on. The last administrator stays one.").CanFail(400, 404, 409);
        group.MapGet("roles", ListRoles).WithName("FindRoles").WithDescription("Lists roles with what they grant.").CanFail();
        group.MapPut("roles/{role}", PutRole).WithName("PutRole").WithDescription("Makes a role, or replaces what it grants.").CanFail(400, 409);
        group.MapDelete("roles/{role}", DeleteRole).WithName("RemoveRole")
            .WithDescription("Deletes a role, also from those who have it.").CanFail(400, 404, 409);
    }

    private static async Task<Ok<Listing<UserResponse>>> ListUsers(
        ListRequest<UserResponse> list, RoleStore roles, CancellationToken cancellationToken)
    {
        var rows = await roles.ListUsersAsync(list.Query, cancellationToken);
        return TypedResults.Ok(await list.PageAsync(rows, row => row, cancellationToken));
    }

    private static async Task<Results<NoContent, ApiError>> Grant(
        [Description(UserText)] Guid id, [Description(RoleText), RoleName] string role, RoleStore roles, CancellationToken cancellationToken) =>
        await roles.GrantAsync(id, role, cancellationToken) ? TypedResults.NoContent() : ApiError.NotFound("user or role");

    private static async Task<Results<NoContent, ApiError>> Revoke(
        [Description(UserText)] Guid id, [Description(RoleText), RoleName] string role, RoleStore roles, CancellationToken cancellationToken)
    {
        if (await roles.FindUserAsync(id, cancellationToken) is null)
            return ApiError.NotFound("user");

        return await roles.RevokeAsync(id, role, cancellationToken)
            ? TypedResults.NoContent()
            : ApiError.Conflict("This is the last administrator.");
    }

    private static async Task<Ok<RoleList>> ListRoles(RoleStore roles, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RoleList(await roles.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<RoleResponse>, ApiError>> PutRole(
        [Description(RoleText), RoleName] string role, RoleRequest request, RoleStore roles, CancellationToken cancellationToken)
    {
        if (!RoleRule.IsValid(role))
            return ApiError.Invalid("role", RoleRule.FormatErrorMessage("role"));
        if (role == RoleStore.Administrator)
            return ApiError.Conflict("Administrators may do everything.");
        if (RequestRules.Check(request) is { } error)
            return error;

        return TypedResults.Ok(await roles.PutAsync(role, request.Permissions!, cancellationToken));
    }

    private static async Task<Results<NoContent, ApiError>> DeleteRole(
        [Description(RoleText), RoleName] string role, RoleStore roles, CancellationToken cancellationToken)
    {
        if (RoleStore.IsBuiltIn(role))
            return ApiError.Conflict("This role is needed.");

        return await roles.DeleteAsync(role, cancellationToken) ? TypedResults.NoContent() : ApiError.NotFound("role");
    }
}
