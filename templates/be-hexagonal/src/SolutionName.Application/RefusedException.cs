namespace Acme.Application;

/// <summary>A change cannot be made as things stand.</summary>
/// <param name="reason">Why.</param>
/// <param name="members">The properties that it is about, where it is about some.</param>
public sealed class RefusedException(RefusalReason reason, params IReadOnlyList<string> members) : Exception($"Refused: {reason}.")
{
    public RefusalReason Reason { get; } = reason;

    public IReadOnlyList<string> Members { get; } = members;
}

/// <summary>Why a change cannot be made.</summary>
public enum RefusalReason
{
    /// <summary>Another one has a value that no two may share.</summary>
    Duplicate,

    /// <summary>It would refer to something that is not there.</summary>
    RefersToNothing,

    /// <summary>Others refer to it.</summary>
    StillReferredTo,

    /// <summary>It has another version than the one that was to be changed.</summary>
    Outdated,
}
