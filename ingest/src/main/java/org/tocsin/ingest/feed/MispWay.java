package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.Failure;
import org.tocsin.outward.Fetch;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.OutwardClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A MISP feed: {@code manifest.json} says which events there are and when each last changed; only
 * those that changed are fetched, the oldest change first. An event that can't be fetched holds
 * none of the others up, and is tried again the next time.
 */
final class MispWay implements Way {
  private static final String MANIFEST = "manifest.json";
  private static final Pattern UUID = Pattern.compile("[0-9a-fA-F-]{36}");
  private static final int MOST_EVENTS = 200_000;

  /** So often is written down what was taken, for that is a list of all events. */
  private static final int REMEMBER_EVERY = 50;

  private static final TypeReference<TreeMap<String, Long>> TIMES = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FeedDefinition feed;
  private final OutwardClient client;
  private final FeedSubmission submission;
  private final Secrets secrets;

  MispWay(FeedDefinition feed, OutwardClient client, Intake intake, Secrets secrets) {
    this.feed = feed;
    this.client = client;
    this.submission = new FeedSubmission(feed, intake);
    this.secrets = secrets;
  }

  /** An event and when it last changed, in seconds since 1970. */
  private record Event(String uuid, long changed) {}

  @Override
  public FeedMemory pull(FeedMemory before, Consumer<FeedMemory> kept) {
    URI manifest = base().resolve(MANIFEST);
    Fetch fetch = secrets.addTo(Fetch.of(manifest), feed).unless(before.validators());
    try (Fetched fetched = client.fetch(fetch)) {
      if (fetched.isUnchanged()) {
        return before;
      }
      FeedMemory after = pull(events(fetched), before, kept);
      return after.validated(fetched.validators());
    }
  }

  private FeedMemory pull(List<Event> events, FeedMemory before, Consumer<FeedMemory> kept) {
    Map<String, Long> times = times(before.cursor());
    FeedMemory memory = before;
    int taken = 0;
    int failed = 0;
    for (Event event : events) {
      if (times.getOrDefault(event.uuid(), -1L) < event.changed()) {
        try {
          memory = event(event, memory);
          times.put(event.uuid(), event.changed());
          if (++taken % REMEMBER_EVERY == 0) {
            kept.accept(memory.at(JSON.writeValueAsString(times)));
          }
        } catch (FetchFailedException e) {
          failed++;
        }
      }
    }
    FeedMemory after = memory.at(JSON.writeValueAsString(times));
    if (failed > 0) {
      kept.accept(after);
      throw new FetchFailedException(
          Failure.STATUS, failed + " of the events that changed can not be fetched.");
    }
    return after;
  }

  private FeedMemory event(Event event, FeedMemory memory) {
    URI uri = base().resolve(event.uuid() + ".json");
    try (Fetched fetched = client.fetch(secrets.addTo(Fetch.of(uri), feed));
        InputStream in = fetched.open()) {
      return submission.submit(
          memory,
          in,
          event.uuid() + ".json",
          fetched.contentType(),
          feed.format(),
          fetched.bytes(),
          fetched.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException("a fetched file can not be read", e);
    }
  }

  private static List<Event> events(Fetched manifest) {
    List<Event> events = new ArrayList<>();
    try (InputStream in = manifest.open()) {
      JsonNode root = JSON.readTree(in);
      if (!root.isObject() || root.size() > MOST_EVENTS) {
        throw new FetchFailedException(Failure.UNREADABLE, "It is no manifest of a MISP feed.");
      }
      root.properties()
          .forEach(entry -> {
            // Whatever else a name were, it would be part of an address.
            if (UUID.matcher(entry.getKey()).matches()) {
              long changed = entry.getValue().path("timestamp").asLong(0);
              events.add(new Event(entry.getKey(), changed));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("a fetched file can not be read", e);
    } catch (JacksonException e) {
      throw new FetchFailedException(Failure.UNREADABLE, "It is no manifest of a MISP feed.", e);
    }
    events.sort(Comparator.comparingLong(Event::changed).thenComparing(Event::uuid));
    return events;
  }

  private static Map<String, Long> times(@Nullable String cursor) {
    try {
      return cursor == null ? new TreeMap<>() : JSON.readValue(cursor, TIMES);
    } catch (JacksonException e) {
      return new TreeMap<>();
    }
  }

  private URI base() {
    String text = feed.url().toString();
    if (text.endsWith("/" + MANIFEST)) {
      return feed.url();
    }
    return text.endsWith("/") ? feed.url() : URI.create(text + "/");
  }
}
