package org.tocsin.model.report;

import java.util.List;
import java.util.UUID;
import org.tocsin.model.stix.NameBasedId;

/**
 * The namespace that makes this node's ids its own (RFC 9562 section 5.5).
 *
 * @param id a random UUID, the first record of the node's journal
 */
public record NodeNamespace(UUID id) {
  private static final long VERSION = 0xf000L;
  private static final long VERSION_4 = 0x4000L;

  /**
   * The id of a record's content: the same bytes from the same feed in the same format give the
   * same id.
   *
   * @param parts the record's own bytes with whatever gives them meaning, such as its column names
   */
  public UUID contentId(Origin origin, String format, List<byte[]> parts) {
    NameBasedId name =
        NameBasedId.in(id).part("content").part(origin.provider()).part(origin.feed()).part(format);
    parts.forEach(name::part);
    return name.id();
  }

  /** The receipt of a submission that its client can repeat safely. */
  public UUID receipt(String client, String idempotencyKey) {
    return NameBasedId.in(id).part("receipt").part(client).part(idempotencyKey).id();
  }

  /** The id of one version of an object. */
  public UUID versionId(String stixId, String version) {
    return NameBasedId.in(id).part("version").part(stixId).part(version).id();
  }

  /** The id of the STIX identity that stands for a provider. */
  public String providerIdentity(String provider) {
    return "identity--" + NameBasedId.in(id).part("provider").part(provider).id();
  }

  /**
   * The id of the collection of that name. TAXII 2.1 section 2 wants identifiers of version 4: it
   * is as random as the namespace, and says so.
   */
  public UUID collectionId(String name) {
    UUID named = NameBasedId.in(id).part("collection").part(name).id();
    return new UUID(
        named.getMostSignificantBits() & ~VERSION | VERSION_4, named.getLeastSignificantBits());
  }

  /**
   * The id of a delivery: the same for the same release and the same subscription.
   *
   * @param release which of the warning's: the number of a version, or that it was taken back
   */
  public UUID deliveryId(UUID warning, String release, UUID subscription) {
    return NameBasedId.in(id)
        .part("delivery")
        .part(warning.toString())
        .part(release)
        .part(subscription.toString())
        .id();
  }
}
