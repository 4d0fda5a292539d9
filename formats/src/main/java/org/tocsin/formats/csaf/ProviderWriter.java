package org.tocsin.formats.csaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.warning.WarningNotice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a provider of CSAF 2.0 shows beside its documents: its metadata (section 7.1.7) and
 * ROLIE feeds in JSON (section 7.1.15).
 */
public final class ProviderWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json";

  private final CsafWriter documents;

  /** One for the publisher of those documents. */
  public ProviderWriter(CsafWriter documents) {
    this.documents = documents;
  }

  /**
   * A feed of the documents of one level.
   *
   * @param label the level as CSAF has it
   * @param url where it is
   */
  public record Feed(String label, URI url) {}

  /**
   * The key documents are signed with.
   *
   * @param url where its public part is
   */
  public record Key(String fingerprint, URI url) {}

  /**
   * The metadata.
   *
   * @param self where they are
   * @param keys without any, nothing is signed
   */
  public byte[] metadata(URI self, Instant updated, List<Feed> feeds, List<Key> keys) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("canonical_url", self.toString());
    ArrayNode all = root.putArray("distributions").addObject().putObject("rolie").putArray("feeds");
    for (Feed feed : feeds) {
      all.addObject()
          .put("summary", "Warnings of TLP:" + feed.label())
          .put("tlp_label", feed.label())
          .put("url", feed.url().toString());
    }
    root.put("last_updated", StixTime.millis(updated))
        .put("list_on_CSAF_aggregators", true)
        .put("metadata_version", "2.0")
        .put("mirror_on_CSAF_aggregators", true);
    if (!keys.isEmpty()) {
      ArrayNode shown = root.putArray("public_openpgp_keys");
      keys.forEach(key ->
          shown.addObject().put("fingerprint", key.fingerprint()).put("url", key.url().toString()));
    }
    root.set("publisher", documents.publisher());
    root.put("role", keys.isEmpty() ? "csaf_provider" : "csaf_trusted_provider");
    return bytes(root);
  }

  /**
   * A feed.
   *
   * @param notices the one that changed last first
   * @param document where the document of each is; hashes and signature are beside it
   * @param signed whether there are signatures
   */
  public byte[] feed(
      Feed feed,
      List<WarningNotice> notices,
      Function<WarningNotice, URI> document,
      boolean signed) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode json = root.putObject("feed");
    json.put("id", "csaf-feed-tlp-" + feed.label().toLowerCase(Locale.ROOT))
        .put("title", "CSAF feed (TLP:" + feed.label() + ")");
    link(json.putArray("link"), "self", feed.url().toString());
    json.putArray("category")
        .addObject()
        .put("scheme", "urn:ietf:params:rolie:category:information-type")
        .put("term", "csaf");
    Instant updated = notices.isEmpty() ? Instant.EPOCH : notices.getFirst().modified();
    json.put("updated", StixTime.micros(updated));
    ArrayNode entries = json.putArray("entry");
    notices.forEach(
        notice -> entry(entries.addObject(), notice, document.apply(notice).toString(), signed));
    return bytes(root);
  }

  private static void entry(ObjectNode entry, WarningNotice notice, String url, boolean signed) {
    entry.put("id", notice.id().toString()).put("title", notice.title());
    ArrayNode links = entry.putArray("link");
    link(links, "self", url);
    link(links, "hash", url + ".sha256");
    link(links, "hash", url + ".sha512");
    if (signed) {
      link(links, "signature", url + ".asc");
    }
    entry
        .put("published", StixTime.micros(notice.created()))
        .put("updated", StixTime.micros(notice.modified()));
    entry.putObject("summary").put("content", notice.summary());
    entry.putObject("content").put("type", "application/json").put("src", url);
    entry.putObject("format").put("schema", SCHEMA).put("version", "2.0");
  }

  private static void link(ArrayNode links, String relation, String to) {
    links.addObject().put("rel", relation).put("href", to);
  }

  private static byte[] bytes(ObjectNode root) {
    return StixJson.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(root)
        .getBytes(UTF_8);
  }
}
