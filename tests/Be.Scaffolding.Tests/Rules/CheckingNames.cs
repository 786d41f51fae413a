namespace Be.Scaffolding.Tests.Rules;

public sealed class CheckingNames
{
    private const string LongWord = "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd";

    [Theory]
    [InlineData("Order", "order2:int")]
    [InlineData("User", "class:string(9) default:int order:int limit:int select:bool namespace:int")]
    [InlineData("Group", "object:json string:text int:int table:text event:int")]
    [InlineData("Event", "cursor:string(9) sort:string(9) include:string(9) value:int field:int")]
    [InlineData("Class", "user:ref(Class)? default:int=5")]
    [InlineData("Select", "parent:ref(Select)? other:ref(Select)?")]
    [InlineData("List", "attribute:text? program:text? from:date? to:date? version:int toList:bool")]
    [InlineData("Attribute", "key:string(9) value:text")]
    [InlineData("News", "title:string(100)")]
    public void AcceptsReservedWordsOfCSharpAndPostgres(string entity, string fields)
    {
        var solution = Models.Shop.Module("Sales").Entity(entity, fields);

        Assert.Equal(fields.Split(' ').Length, solution.Modules[0].Entities[0].Fields.Length);
    }

    [Theory]
    [InlineData("System", "Module System: System is a namespace that every file needs.", "Give it another name, such as MySystem.")]
    [InlineData("Public", "Module Public: the schema public is every database's own.", "Give it another name, such as MyPublic.")]
    [InlineData(
        "PgStats",
        "Module PgStats: PostgreSQL keeps schemas that start with pg_ for itself (pg_stats).",
        "Give it another name, such as MyPgStats."
    )]
    [InlineData(
        "A" + LongWord,
        "Module A" + LongWord + ": the schema 'a" + LongWord + "' has 65 characters, PostgreSQL keeps 63.",
        "Shorten the name by 2 characters or more."
    )]
    public void ChecksAModule(string module, string problem, string remedy) =>
        AssertRefused(() => Models.Shop.Module(module), problem, remedy);

    [Fact]
    public void RefusesModulesThatDifferInCaseOnly() =>
        AssertRefused(
            () => Models.Shop.Module("OrderDesk").Module("Orderdesk"),
            "Module Orderdesk: there is a module OrderDesk already (case aside).",
            "Give one of them another name."
        );

    [Theory]
    [InlineData("Task", "Entity Task: the code of every entity needs the name Task itself.", "Give it another name, such as WorkItem.")]
    [InlineData("guid", "Entity Guid: the code of every entity needs the name Guid itself.", "Give it another name, such as Identifier.")]
    [InlineData(
        "IfMatch",
        "Entity IfMatch: the code of every entity needs the name IfMatch itself.",
        "Give it another name, such as Condition."
    )]
    [InlineData("Id", "Entity Id: the code of every entity needs the name Id itself.", "Give it another name, such as Identifier.")]
    [InlineData(
        "TypedResult",
        "Entity TypedResult: the code of every entity needs the name TypedResults itself, and this plural would be a namespace.",
        "Give it another plural: --plural TypedResultItems"
    )]
    [InlineData("Desk", "Entity Desk: Desk is the name of the module too.", "Give one of them another name.")]
    [InlineData("DeskModule", "Entity DeskModule: DeskModule is the name of the class DeskModule too.", "Give one of them another name.")]
    [InlineData(
        "OrderRequest",
        "Entity OrderRequest: OrderRequest is the name of a type of the entity Order too.",
        "Give one of them another name."
    )]
    [InlineData(
        "OrderStatus",
        "Entity OrderStatus: OrderStatus is the name of a type of the entity Order too.",
        "Give one of them another name."
    )]
    [InlineData(
        "Orders",
        "Entity Orders: Orders is a plural.",
        "Name an entity in the singular (Order), or give its plural: --plural OrdersItems"
    )]
    [InlineData("OrDer", "Entity OrDer: OrDer is the name of the entity Order too.", "Give one of them another name.")]
    [InlineData(
        "a" + LongWord,
        "Entity A" + LongWord + ": the table 'a" + LongWord + "s' has 66 characters, PostgreSQL keeps 63.",
        "Shorten the name by 3 characters or more."
    )]
    public void ChecksAnEntity(string entity, string problem, string remedy) =>
        AssertRefused(() => Models.Shop.Module("Desk").Entity("Order", "status:enum(draft,placed)").Entity(entity), problem, remedy);

    [Fact]
    public void RefusesOnePluralForTwoEntities() =>
        AssertRefused(
            () => Models.Shop.Module("Crm").Entity("Person").Entity("Human", plural: "People"),
            "Entity Human: People is the plural of Person too.",
            "Give it another plural: --plural HumanItems"
        );

    [Fact]
    public void RefusesAnEntityThatIsTheOthersPlural() =>
        AssertRefused(
            () => Models.Shop.Module("Crm").Entity("Order", plural: "Purchase").Entity("Purchase"),
            "Entity Purchase: Purchase is the plural of Order.",
            "Name an entity in the singular, or give the other one another plural."
        );

    [Fact]
    public void RefusesOneAddressForEntitiesOfTwoModules() =>
        AssertRefused(
            () => Models.Shop.Module("Sales").Module("Purchasing").Entity("Order", module: "Sales").Entity("Order", module: "Purchasing"),
            "Entity Order: /api/v1/orders is the address of Sales.Order already.",
            "Give it another plural: --plural PurchasingOrders"
        );

    [Fact]
    public void RefusesOneAddressForTwoListsOfARow() =>
        AssertRefused(
            () =>
                Models
                    .Shop.Module("Sales")
                    .Entity("Customer")
                    .Entity("Order", "customer:ref(Customer) referrer:ref(Sales.Customer)")
                    .Entity("Referral", "customer:ref(Customer)", plural: "OrdersAsReferrer"),
            "Field 'customer:ref(Customer, restrict)' of Referral: 'referrer:ref(Customer, restrict)' has the same list already, /orders-as-referrer of one Customer.",
            "Give it another name, such as customerReference."
        );

    [Theory]
    [InlineData("id:uuid", "Field 'id:uuid' of Order: every entity has id already.", "Leave the field out.")]
    [InlineData(
        "created_at:timestamp",
        "Field 'createdAt:timestamp' of Order: every entity has createdAt already.",
        "Leave the field out."
    )]
    [InlineData("updatedAt:date", "Field 'updatedAt:date' of Order: every entity has updatedAt already.", "Leave the field out.")]
    [InlineData(
        "order:int",
        "Field 'order:int' of Order: the property Order would be named as the type Order that holds it (CS0542).",
        "Give it another name, such as orderValue."
    )]
    [InlineData(
        "orderRequest:int",
        "Field 'orderRequest:int' of Order: the property OrderRequest would be named as the type OrderRequest that holds it (CS0542).",
        "Give it another name, such as orderRequestValue."
    )]
    [InlineData(
        "toString:text",
        "Field 'toString:text' of Order: every C# record has a member ToString.",
        "Give it another name, such as toStringValue."
    )]
    [InlineData(
        "clone:bool",
        "Field 'clone:bool' of Order: every C# record has a member Clone.",
        "Give it another name, such as cloneValue."
    )]
    [InlineData(
        "xmin:int",
        "Field 'xmin:int' of Order: every PostgreSQL table has a system column xmin.",
        "Give it another name, such as xminValue."
    )]
    [InlineData(
        "a:int A:text",
        "Order would have the field a twice: 'a:int' and 'a:text'.",
        "Leave one of them out, or give it another name, such as a2."
    )]
    [InlineData(
        "orderNo:int orderno:int",
        "Field 'orderno:int' of Order: 'orderNo:int' has the same name, case aside.",
        "Give one of them another name."
    )]
    [InlineData(
        "customer:ref(Order)? customerId:uuid",
        "Field 'customerId:uuid' of Order: 'customer:ref(Order, restrict)?' has the same name in the database (customer_id).",
        "Give one of them another name."
    )]
    [InlineData(
        "createdAt:ref(Order)?",
        "Field 'createdAt:ref(Order, restrict)?' of Order: what it refers to is shown as createdAt, which every entity has already.",
        "Give it another name, such as createdAtValue."
    )]
    [InlineData(
        "clone:ref(Order)?",
        "Field 'clone:ref(Order, restrict)?' of Order: what it refers to is shown as clone, and every C# record has a member Clone.",
        "Give it another name, such as cloneValue."
    )]
    [InlineData(
        "orderResponse:ref(Order)?",
        "Field 'orderResponse:ref(Order, restrict)?' of Order: what it refers to is shown as orderResponse, and that property would be named as the type OrderResponse that holds it (CS0542).",
        "Give it another name, such as orderResponseValue."
    )]
    [InlineData(
        LongWord + ":int",
        "Field '" + LongWord + ":int' of Order: the column '" + LongWord + "' has 64 characters, PostgreSQL keeps 63.",
        "Shorten the name by 1 characters or more."
    )]
    public void ChecksAField(string fields, string problem, string remedy) =>
        AssertRefused(() => Models.Shop.Module("Sales").Entity("Order", fields), problem, remedy);

    private static void AssertRefused(Action action, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(action);

        Assert.Equal((problem, remedy, 2), (error.Problem, error.Remedy, error.ExitCode));
    }
}
