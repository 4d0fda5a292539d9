package org.tocsin.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/**
 * A feed that can be fetched.
 *
 * @param name its name here, unique
 * @param origin provider and feed its records are kept under
 * @param way how it is fetched
 * @param url from where
 * @param kind what it publishes
 * @param format the name of the format it is read as, null to recognise it
 * @param tlp the level of what it publishes
 * @param confidence how sure its provider is, 0 to 100 (STIX 2.1 section 3.2)
 * @param schedule when it is fetched
 * @param licence under which terms it is published, in a few words
 * @param documentation where its provider describes it
 * @param enabled whether it is fetched
 * @param secret where its secret is found, null where it needs none
 * @param mailbox what else a mailbox needs, null where it is none
 */
public record FeedDefinition(
    String name,
    Origin origin,
    WayIn way,
    URI url,
    FeedKind kind,
    @Nullable String format,
    Tlp tlp,
    int confidence,
    Schedule schedule,
    String licence,
    URI documentation,
    boolean enabled,
    @Nullable FeedSecret secret,
    @Nullable MailboxTerms mailbox) {

  /** A feed that is no mailbox. */
  public FeedDefinition(
      String name,
      Origin origin,
      WayIn way,
      URI url,
      FeedKind kind,
      @Nullable String format,
      Tlp tlp,
      int confidence,
      Schedule schedule,
      String licence,
      URI documentation,
      boolean enabled,
      @Nullable FeedSecret secret) {
    this(
        name,
        origin,
        way,
        url,
        kind,
        format,
        tlp,
        confidence,
        schedule,
        licence,
        documentation,
        enabled,
        secret,
        null);
  }

  /** What decides how its bytes are read; where that changes, they are read again. */
  String reading() {
    String of = way.key() + " " + url + " " + format + " " + tlp;
    return mailbox == null ? of : of + " " + mailbox.user();
  }
}
