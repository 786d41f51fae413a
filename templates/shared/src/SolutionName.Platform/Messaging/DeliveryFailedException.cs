namespace Acme.Platform.Messaging;

/// <summary>An event could not be delivered, and another one might be. Anything else that a delivery throws stops all of them for a while.</summary>
internal sealed class DeliveryFailedException(string message, Exception cause) : Exception(message, cause);
