package org.tocsin.ingest.feed;

import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.mailbox.MailboxClient;

/** Gives each feed the way it is fetched. */
final class Ways {
  private final OutwardClient client;
  private final MailboxClient mailboxes;
  private final long largestMail;
  private final Intake intake;
  private final Secrets secrets;

  /**
   * Ways.
   *
   * @param largestMail the size of the largest mail that is taken, in bytes
   */
  Ways(
      OutwardClient client,
      MailboxClient mailboxes,
      long largestMail,
      Intake intake,
      Secrets secrets) {
    this.client = client;
    this.mailboxes = mailboxes;
    this.largestMail = largestMail;
    this.intake = intake;
    this.secrets = secrets;
  }

  Way of(FeedDefinition feed) {
    return feed.way() == WayIn.MAILBOX
        ? new MailboxWay(feed, mailboxes, largestMail, intake, secrets)
        : byHttp(feed, client, intake, secrets);
  }

  /** The way of a feed that is fetched by HTTP, which leaves it as it is. */
  static Way byHttp(FeedDefinition feed, OutwardClient client, Intake intake, Secrets secrets) {
    return switch (feed.way()) {
      case URL -> new UrlWay(feed, client, intake, secrets);
      case TAXII -> new TaxiiWay(feed, client, intake, secrets);
      case MISP -> new MispWay(feed, client, intake, secrets);
      case MAILBOX -> throw new IllegalArgumentException("a mailbox is not read by HTTP");
    };
  }
}
