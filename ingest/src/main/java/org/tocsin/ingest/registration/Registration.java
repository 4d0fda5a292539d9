package org.tocsin.ingest.registration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/**
 * What one client may submit.
 *
 * @param providers its providers with the feeds of each, the first being the default; {@value #ANY}
 *     as provider or feed stands for all of them
 * @param loosest the loosest level it may use
 * @param tlp the level of its feeds where a request gives none (a request can only be stricter),
 *     null for none
 */
public record Registration(Map<String, List<String>> providers, Tlp loosest, @Nullable Tlp tlp) {
  /** Stands for every provider, or every feed of one. */
  public static final String ANY = "*";

  private static final String ANY_NAME = "any";

  /** The feed where neither request nor registration names one. */
  public static final String DEFAULT_FEED = "reports";

  /**
   * Keeps the order; a provider without feeds gets {@value #DEFAULT_FEED}. Throws
   * IllegalArgumentException where there is no provider at all or a name is not one of an {@link
   * Origin}.
   */
  public Registration {
    if (providers.isEmpty()) {
      throw new IllegalArgumentException("a registration needs a provider");
    }
    Map<String, List<String>> copy = new LinkedHashMap<>();
    providers.forEach(
        (name, feeds) -> copy.put(name, feeds.isEmpty() ? List.of(DEFAULT_FEED) : checked(feeds)));
    copy.keySet().forEach(name -> new Origin(placeholder(name), DEFAULT_FEED));
    providers = Collections.unmodifiableMap(copy);
  }

  /**
   * The terms of a submission.
   *
   * @param provider the provider asked for, null for the client's first
   * @param feed the feed asked for, null for the provider's first
   * @param asked the level asked for, null for that of the registration
   * @throws RefusedException when the client is not registered for it
   */
  public Terms terms(@Nullable String provider, @Nullable String feed, @Nullable Tlp asked) {
    String theProvider = provider == null ? firstProvider() : provider;
    List<String> feeds = feedsOf(theProvider);
    String theFeed = feed == null ? firstOf(feeds) : feed;
    if (!feeds.contains(ANY) && !feeds.contains(theFeed)) {
      throw refused("feed", listed(feeds));
    }
    return new Terms(origin(theProvider, theFeed), declared(asked), loosest);
  }

  private List<String> feedsOf(String provider) {
    List<String> feeds = providers.getOrDefault(provider, providers.get(ANY));
    if (feeds == null) {
      throw refused("provider", listed(providers.keySet()));
    }
    return feeds;
  }

  private String firstProvider() {
    return providers.keySet().stream()
        .filter(name -> !name.equals(ANY))
        .findFirst()
        .orElseThrow(() ->
            new RefusedException(
                Refusal.BAD_PARAMETER, "Give a provider: this client has no default one."));
  }

  private static String firstOf(List<String> feeds) {
    return feeds.stream().filter(name -> !name.equals(ANY)).findFirst().orElse(DEFAULT_FEED);
  }

  private @Nullable Tlp declared(@Nullable Tlp asked) {
    if (asked == null) {
      return tlp;
    }
    if (asked.compareTo(loosest) < 0) {
      throw new RefusedException(
          Refusal.TLP_TOO_LOOSE, "The loosest level of this client is " + loosest.label() + ".");
    }
    return tlp == null ? asked : Tlp.stricter(tlp, asked);
  }

  private static Origin origin(String provider, String feed) {
    try {
      return new Origin(provider, feed);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.BAD_PARAMETER,
          "Provider and feed are 1 to 64 of a-z, 0-9, dot, underscore and hyphen.",
          e);
    }
  }

  private static RefusedException refused(String what, String registered) {
    return new RefusedException(
        Refusal.NOT_REGISTERED, "The " + what + " must be one of: " + registered + ".");
  }

  private static String listed(Iterable<String> names) {
    return String.join(", ", names);
  }

  private static List<String> checked(List<String> feeds) {
    feeds.forEach(feed -> new Origin(ANY_NAME, placeholder(feed)));
    return List.copyOf(feeds);
  }

  private static String placeholder(String name) {
    return name.equals(ANY) ? ANY_NAME : name;
  }
}
