package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.Fetch;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.OutwardClient;

/** One file at an address, packed or not: fetched only where it changed, taken whole. */
final class UrlWay implements Way {
  private final FeedDefinition feed;
  private final OutwardClient client;
  private final FeedSubmission submission;
  private final Secrets secrets;

  UrlWay(FeedDefinition feed, OutwardClient client, Intake intake, Secrets secrets) {
    this.feed = feed;
    this.client = client;
    this.submission = new FeedSubmission(feed, intake);
    this.secrets = secrets;
  }

  @Override
  public FeedMemory pull(FeedMemory before, Consumer<FeedMemory> kept) {
    Fetch fetch = secrets.addTo(Fetch.of(feed.url()), feed).unless(before.validators());
    try (Fetched fetched = client.fetch(fetch)) {
      if (fetched.isUnchanged()) {
        return before;
      }
      FeedMemory after = before.validated(fetched.validators()).hashed(fetched.sha256());
      return fetched.sha256().equals(before.sha256()) ? after : taken(after, fetched);
    }
  }

  private FeedMemory taken(FeedMemory memory, Fetched fetched) {
    try (InputStream in = fetched.open()) {
      return submission.submit(
          memory,
          in,
          name(fetched.uri()),
          fetched.contentType(),
          feed.format(),
          fetched.bytes(),
          fetched.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException("a fetched file can not be read", e);
    }
  }

  private static @Nullable String name(URI uri) {
    String path = uri.getPath();
    return path == null || path.endsWith("/") ? null : path.substring(path.lastIndexOf('/') + 1);
  }
}
