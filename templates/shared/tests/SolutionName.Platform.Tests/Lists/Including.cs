#if (accounts)
using System.Security.Claims;
#endif
using Microsoft.AspNetCore.Http;
#if (accounts)
using Acme.Platform.Access;
#endif
using Acme.Platform.Errors;
using Acme.Platform.Lists;

namespace Acme.Platform.Tests.Lists;

public sealed class Including
{
    private readonly List<IReadOnlyCollection<long>> asked = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachRowIsAskedForOnceAndAllTogether()
    {
        var include = await BindAsync("?include=referrer,customer");

        var found = await include.FindAsync("customer", [3L, 1, 3, 3, 2], FindAsync, Cancellation);

        Assert.Equal([1, 2, 3], Assert.Single(asked).Order());
        Assert.Equal(["row 1", "row 2", "row 3"], found.Values.Order());
    }

    [Theory]
    [InlineData("?include=referrer", 1)]
    [InlineData("", 1)]
    [InlineData("?include=customer", 0)]
    public async Task NothingIsAskedForThatNobodyWantsOrHas(string query, int ids)
    {
        var include = await BindAsync(query);

        Assert.Empty(await include.FindAsync("customer", Enumerable.Repeat(1L, ids), FindAsync, Cancellation));

        Assert.Empty(asked);
        Assert.Equal(query.Length == 0, include.IsEmpty);
    }

    [Theory]
    [InlineData("?include=")]
    [InlineData("?include=Customer")]
    [InlineData("?include=customer,")]
    [InlineData("?include=customer,supplier")]
    [InlineData("?include=customer%20")]
    public async Task WhatElseIsNamedIsRefusedWithWhatThereIs(string query)
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() => BindAsync(query));

        Assert.Equal(new FieldError("include", "must be one or more of customer, referrer, with commas between them"), Assert.Single(refused.Error.Details));
    }

    [Fact]
    public async Task TwoAreOneTooMany()
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() => BindAsync("?include=customer&include=referrer"));

        Assert.Equal(new FieldError("include", "is given twice"), Assert.Single(refused.Error.Details));
    }
#if (accounts)

    [Theory]
    [InlineData("customers:read", "?include=customer", true)]
    [InlineData("customers:read", "?include=customer,referrer", false)]
    [InlineData("customers:write", "?include=customer", false)]
    [InlineData("customers:write", "", true)]
    [InlineData("*", "?include=customer,referrer", true)]
    public async Task WhatIsIncludedNeedsThePermissionToReadIt(string permission, string query, bool isAllowed)
    {
        var refused = await Record.ExceptionAsync(() => BindAsync(query, permission));

        Assert.Equal(isAllowed ? null : StatusCodes.Status403Forbidden, (refused as ApiException)?.Error.Status);
        Assert.Equal(isAllowed, refused is null);
    }
#endif

    private Task<Dictionary<long, string>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        asked.Add(ids);
        return Task.FromResult(ids.ToDictionary(id => id, id => $"row {id}"));
    }

#if (accounts)
    private static Task<Include> BindAsync(string query) => BindAsync(query, Permissions.Everything);

    private static async Task<Include> BindAsync(string query, string permission)
    {
        var rules = new IncludeRules().Add("customer", "customers").Add("referrer", "persons");
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Permissions.Claim, permission)])) };
#else
    private static async Task<Include> BindAsync(string query)
    {
        var rules = new IncludeRules().Add("customer").Add("referrer");
        var context = new DefaultHttpContext();
#endif
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(rules), null));
        context.Request.QueryString = new QueryString(query);
        return await Include.BindAsync(context);
    }
}
