using System.Collections.Immutable;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rendering;

/// <summary>Models that between them reach every line of every template.</summary>
internal static class SampleModels
{
    private const string EveryType = """
        class:string(20) default:int limit:long? order:bool=true group:date user:time? placedAt:timestamp=now uid:uuid raw:bytes
        data:json:index site:url? mail:email? tags:string(10)[]:index numbers:int[5]? kind:enum(in-progress,done)? price:decimal(5,5)
        whole:decimal(3,0) short:text(3) rate:decimal(4,1)=1.5 label:string(5)=abc day:date=2026-01-31 hour:time=09:30
        uids:uuid[]? days:date[]? prices:decimal(4,2)[]? sites:url[]? raws:bytes[]? flags:bool[]? counts:long[]? times:timestamp[]?
        code:string(8):unique serial:long?:unique facts:json? from:date? version:int? moods:enum(low,high)[]?
        """;

    /// <summary>Two modules, references of every kind, every type of field.</summary>
    public static Solution Shop { get; } =
        Solution(
            "Shop",
            Ids.Uuid,
            Module("Crm", Entity("Customer", "name:string(100):index email:email:unique")) with
            {
                Events = [Event("CustomerMoved", "")],
                Consumers = [new Consumer("Sales", "OrderPlaced"), new Consumer("Sales", "Noted"), new Consumer("Crm", "CustomerMoved")],
                Jobs = [Job("SendReminder"), Job("CountAgain", exclusive: true)],
            },
            Module(
                "Sales",
                Entity(
                    "Order",
                    "number:string(32):unique total:decimal(18,2) status:enum(draft,placed,paid)=draft customer:ref(Crm.Customer) agent:ref(Crm.Customer)? placedAt:timestamp?:index notes:text?",
                    "-placedAt,number",
                    "placedAt,-number",
                    "number",
                    "total,id"
                ),
                Audited(
                    Entity(
                        "OrderLine",
                        "order:ref(Order,cascade) product:string(50) quantity:int=1 category:ref(Category,cascade)?",
                        "-quantity"
                    )
                ),
                HidingDeleted(
                    Audited(
                        Entity(
                            "Category",
                            "name:string(50):unique parent:ref(Category)? previous:ref(Category,setNull)? root:ref(Category,cascade)?"
                        )
                    )
                ),
                Entity("Everything", EveryType),
                Entity("Event", "")
            ) with
            {
                Events =
                [
                    Event(
                        "OrderPlaced",
                        "order:uuid total:decimal(18,2) status:enum(draft,in-progress) tags:string(10)[] data:json day:date=2026-01-31 note:text?"
                    ),
                    Event("OrderPlacedV2", "order:long? kinds:enum(a,b)[]? facts:json?"),
                    Event("Noted", "by:string(10)"),
                ],
                Consumers = [new Consumer("Crm", "CustomerMoved")],
                Jobs = [Job("CloseStaleOrders", "0 3 * * *", exclusive: true), Job("LookAround", "*/15 * * * 1-5")],
            }
        );

    public static Solution HexagonalShop => Shop with { Layout = Layout.Hexagonal };

    /// <summary>With users who log in.</summary>
    public static Solution ShopWithAccounts =>
        Small with
        {
            Options = Small.Options with { Auth = Auth.Accounts },
            Modules = [.. Small.Modules, .. Owners],
        };

    public static Solution HexagonalShopWithAccounts => ShopWithAccounts with { Layout = Layout.Hexagonal };

    /// <summary>Two services that call each other.</summary>
    public static Solution Services => CallingEachOther(AsServices(Shop, Messaging.RabbitMq));

    /// <summary>With a service that owns the users.</summary>
    public static Solution ServicesWithAccounts =>
        Services with
        {
            Options = Services.Options with { Auth = Auth.Accounts },
            Modules = [Module("Accounts"), .. Services.Modules, .. Owners],
        };

    public static Solution ServicesWithoutGateway => Services with { Options = Services.Options with { Gateway = Gateway.None } };

    public static Solution MyServices => AsServices(WithoutMessages(MyShop), Messaging.InProcess);

    public static Solution MyHexagonalShop => MyShop with { Layout = Layout.Hexagonal };

    /// <summary>Integer keys, a name that is no namespace, one module without entities.</summary>
    public static Solution MyShop { get; } =
        Solution(
            "my-shop & sons",
            Ids.Bigint,
            Module("Crm", Entity("Customer", "name:string(100)")),
            Module("Sales", Entity("Order", "customer:ref(Crm.Customer)? total:decimal(18,2)"), Entity("Event", "")),
            Module("Empty") with
            {
                Consumers = [new Consumer("Archive", "OrderFiled")],
            },
            Module("Archive") with
            {
                Events = [Event("OrderFiled", "order:long")],
            }
        );

    /// <summary>Rows that belong to users.</summary>
    private static ImmutableArray<Module> Owners { get; } =
    [
        Module(
            "Wishes",
            Owned(Entity("Wish", "title:string(40):unique order:ref(Sales.Order)? parent:ref(Wish)?")),
            Owned(HidingDeleted(Entity("Basket", ""))),
            Entity("Reminder", "wish:ref(Wish) at:timestamp")
        ),
        Module("Gifts", Entity("Gift", "wish:ref(Wishes.Wish)")),
    ];

    /// <summary>Two entities and one job.</summary>
    private static Solution Small { get; } =
        Solution(
            "Shop",
            Ids.Uuid,
            Module(
                "Sales",
                Audited(Entity("Order", "number:string(32):unique total:decimal(18,2)")),
                HidingDeleted(Entity("Receipt", "order:ref(Order):unique copy:ref(Receipt)?"))
            ) with
            {
                Jobs = [Job("CountAgain")],
            }
        );

    /// <summary>Two entities that refer to each other.</summary>
    public static Solution Circle { get; } =
        Solution("Circle", Ids.Uuid, Module("Staff", Entity("Team", "lead:ref(Person)?"), Entity("Person", "team:ref(Team)")));

    /// <summary>The sales module before and after its orders gain fields.</summary>
    public static (Solution Before, Solution After) Growth { get; } =
        (
            Solution(
                "Shop",
                Ids.Uuid,
                Module("Sales", Entity("Customer", ""), Entity("Order", "total:int"), Entity("Invoice", "total:int"))
            ),
            Solution(
                "Shop",
                Ids.Uuid,
                Module(
                    "Sales",
                    Entity("Customer", ""),
                    Entity(
                        "Order",
                        "total:int status:enum(draft,placed)=draft note:string(10)? customer:ref(Customer)? code:string(5)?:unique due:date?:index title:string(40)?:index",
                        "due,-total"
                    ),
                    Audited(Entity("Invoice", "total:int paid:bool=false", "-total"))
                )
            )
        );

    /// <summary>Orders whose fields go, or are defined otherwise, in every way.</summary>
    public static (Solution Before, Solution After) Redefinition { get; } =
        (
            Redefined(
                "note:string(10) old:text? code:string(5):unique previous:ref(Order)? customer:ref(Customer)? number:int:unique name:string(20):index status:enum(a,b,c) kind:enum(a) "
                    + "label:string(30) total:decimal(5,2)=0 placed:date paid:bool=false agent:ref(Customer)? order:ref(Archive.Entry)? tags:string(5)[]",
                "-placed,number",
                "old,id"
            ),
            Redefined(
                "number:int? name:string(40) status:enum(a,b) kind:enum(a,b)=b label:string(20) total:decimal(9,2) placed:date:unique paid:bool=true "
                    + "agent:ref(Customer,setNull)? order:ref(Archive.Entry)?:index",
                "-placed,total"
            )
        );

    private static Solution Redefined(string fields, params string[] sorts) =>
        Solution(
            "Shop",
            Ids.Uuid,
            Module("Archive", Entity("Entry", "")),
            Module(
                "Sales",
                HidingDeleted(Entity("Customer", "")),
                Entity("Order", fields, sorts),
                HidingDeleted(Entity("Receipt", sorts.Length > 1 ? "number:int:unique name:string(9)" : "number:int name:string(9):unique"))
            )
        );

    public static Entity Entity(string name, string fields, params string[] sorts) =>
        new(Name.Parse(name), Plural.Of(Name.Parse(name)), [], [.. sorts], FieldParser.ParseAll(fields));

    private static Entity Owned(Entity entity) => entity with { Traits = [.. entity.Traits, "owned"] };

    private static Entity HidingDeleted(Entity entity) => entity with { Traits = [.. entity.Traits, "softDelete"] };

    private static Entity Audited(Entity entity) => entity with { Traits = ["audited"] };

    private static Event Event(string name, string fields) => new(Name.Parse(name), FieldParser.ParseAll(fields));

    private static Job Job(string name, string? cron = null, bool exclusive = false) => new(Name.Parse(name), cron, exclusive);

    private static Solution Solution(string name, Ids ids, params IEnumerable<Module> modules) =>
        new(name, Layout.Monolith, "1.0.0", new Options(ids, Errors.Envelope, true, Ci.Github, Messaging.InProcess), [.. modules]);

    private static Module Module(string name, params IEnumerable<Entity> entities) => new(Name.Parse(name), [.. entities]);

    private static Solution WithoutMessages(Solution solution) =>
        solution with
        {
            Modules = [.. solution.Modules.Select(module => new Module(module.Name, module.Entities))],
        };

    private static Solution CallingEachOther(Solution two) =>
        two with
        {
            Modules = [.. two.Modules.Select((module, index) => module with { Clients = [new Client(two.Modules[1 - index].Name)] })],
        };

    private static Solution AsServices(Solution solution, Messaging messaging) =>
        solution with
        {
            Layout = Layout.Microservices,
            Options = solution.Options with { Gateway = Gateway.Nginx, Messaging = messaging, Kubernetes = true },
        };
}
