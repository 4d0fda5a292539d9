package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.stix.StixFormat;
import org.tocsin.ingest.feed.TaxiiCursor.Place;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.Failure;
import org.tocsin.outward.Fetch;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.OutwardClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collections of a TAXII 2.1 server. The address is that of one collection, or of the server's
 * discovery (section 4.1) or an API root (section 4.2), and then it is every collection there that
 * can be read. Only what was added since the last time is fetched.
 */
final class TaxiiWay implements Way {
  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final String ADDED_LAST = "x-taxii-date-added-last";
  private static final int LIMIT = 1000;
  private static final int MOST_PAGES = 10_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FeedDefinition feed;
  private final OutwardClient client;
  private final FeedSubmission submission;
  private final Secrets secrets;

  TaxiiWay(FeedDefinition feed, OutwardClient client, Intake intake, Secrets secrets) {
    this.feed = feed;
    this.client = client;
    this.submission = new FeedSubmission(feed, intake);
    this.secrets = secrets;
  }

  @Override
  public FeedMemory pull(FeedMemory before, Consumer<FeedMemory> kept) {
    FeedMemory memory = before;
    for (URI collection : collections()) {
      memory = pull(collection, memory, kept);
    }
    return memory;
  }

  private FeedMemory pull(URI collection, FeedMemory before, Consumer<FeedMemory> kept) {
    FeedMemory memory = before;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Place place = TaxiiCursor.of(memory.cursor()).place(collection.toString());
      try {
        memory = page(collection, place, memory);
      } catch (FetchFailedException e) {
        if (pages > 0 || place.next() == null) {
          throw e;
        }
        // The server no longer knows the page it was left at: all since the last time again.
        memory = page(collection, place.again(), memory);
      }
      Place now = TaxiiCursor.of(memory.cursor()).place(collection.toString());
      kept.accept(memory);
      if (now.next() == null) {
        return memory;
      }
      if (now.next().equals(place.next())) {
        throw new FetchFailedException(
            Failure.UNREADABLE, "The server gives the same page again and again.");
      }
    }
    return memory;
  }

  private FeedMemory page(URI collection, Place place, FeedMemory before) {
    try (Fetched fetched = client.fetch(fetch(objects(collection, place)))) {
      TaxiiPage page = TaxiiPage.of(fetched);
      FeedMemory memory = page.empty() ? before : taken(before, fetched);
      String next = page.more() ? page.next() : null;
      Place now = place.read(fetched.headers().get(ADDED_LAST), next);
      TaxiiCursor cursor = TaxiiCursor.of(memory.cursor()).with(collection.toString(), now);
      return memory.at(cursor.text());
    }
  }

  private FeedMemory taken(FeedMemory memory, Fetched fetched) {
    String format = feed.format() == null ? StixFormat.NAME : feed.format();
    try (InputStream in = fetched.open()) {
      return submission.submit(memory, in, null, TAXII, format, fetched.bytes(), fetched.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException("a fetched file can not be read", e);
    }
  }

  private static URI objects(URI collection, Place place) {
    StringBuilder query = new StringBuilder("objects/?limit=").append(LIMIT);
    append(query, "added_after", place.after());
    append(query, "next", place.next());
    return collection.resolve(query.toString());
  }

  private static void append(StringBuilder query, String key, @Nullable String value) {
    if (value != null) {
      query
          .append('&')
          .append(key)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** The collection, or those found from the discovery or API root the address is that of. */
  private List<URI> collections() {
    URI url = asFolder(feed.url());
    if (url.getPath().matches(".*/collections/[^/]+/")) {
      return List.of(url);
    }
    JsonNode found = read(url);
    List<URI> roots = new ArrayList<>();
    if (found.has("api_roots")) {
      found.path("api_roots").forEach(root -> roots.add(address(url, root.asString(""))));
    } else {
      roots.add(url);
    }
    List<URI> collections = new ArrayList<>();
    for (URI root : roots) {
      for (JsonNode collection : read(root.resolve("collections/")).path("collections")) {
        if (collection.path("can_read").asBoolean(false)) {
          collections.add(address(root, "collections/" + collection.path("id").asString("") + "/"));
        }
      }
    }
    if (collections.isEmpty()) {
      throw new FetchFailedException(
          Failure.UNREADABLE, "There is no collection that can be read.");
    }
    return collections;
  }

  private JsonNode read(URI uri) {
    try (Fetched fetched = client.fetch(fetch(uri));
        InputStream in = fetched.open()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("a fetched file can not be read", e);
    } catch (JacksonException e) {
      throw new FetchFailedException(Failure.UNREADABLE, "It is no answer of TAXII 2.1.", e);
    }
  }

  private Fetch fetch(URI uri) {
    return secrets.addTo(Fetch.of(uri).accepting(TAXII), feed);
  }

  private static URI address(URI base, String relative) {
    try {
      return asFolder(base.resolve(relative));
    } catch (IllegalArgumentException e) {
      throw new FetchFailedException(Failure.UNREADABLE, "It names what is no address.", e);
    }
  }

  private static URI asFolder(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? uri : URI.create(text + "/");
  }
}
