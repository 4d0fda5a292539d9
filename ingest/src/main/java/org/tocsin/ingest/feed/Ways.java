package org.tocsin.ingest.feed;

import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.OutwardClient;

/** Gives each feed the way it is fetched. */
final class Ways {
  private final OutwardClient client;
  private final Intake intake;
  private final Secrets secrets;

  Ways(OutwardClient client, Intake intake, Secrets secrets) {
    this.client = client;
    this.intake = intake;
    this.secrets = secrets;
  }

  Way of(FeedDefinition feed) {
    return switch (feed.way()) {
      case URL -> new UrlWay(feed, client, intake, secrets);
      case TAXII -> new TaxiiWay(feed, client, intake, secrets);
      case MISP -> new MispWay(feed, client, intake, secrets);
    };
  }
}
