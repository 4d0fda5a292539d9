package org.tocsin.model.warning;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Field;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.stix.ScoId;
import org.tocsin.model.tlp.Tlp;

/**
 * All that a warning says, and to whom.
 *
 * @param title in a line
 * @param summary what happened and why it matters, in words
 * @param advice what to do
 * @param severity how bad it is
 * @param type RSIT type such as {@code phishing}, null where none fits
 * @param tlp how far it may travel
 * @param audience whom it is addressed to
 * @param products what is affected, as CPE, package URL or in words
 * @param cves the vulnerabilities it is about
 * @param observables what readers can look for
 * @param references where more is to be read, as URLs
 * @param languages the languages it is written in, as BCP 47 tags, the first one first
 * @param validFrom from when it holds, null for its publication
 * @param validUntil until when it holds, exclusive; null where no end is known
 * @param incidents the incidents it comes of; for the team alone
 */
public record WarningContent(
    String title,
    String summary,
    Advice advice,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Severity severity,
    @Nullable String type,
    Tlp tlp,
    Addressees audience,
    List<String> products,
    List<String> cves,
    List<Observable> observables,
    List<String> references,
    List<String> languages,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    List<UUID> incidents) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SUMMARY = 10_000;
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST = 200;
  private static final int MOST_OBSERVABLES = 2_000;

  /** Throws IllegalArgumentException, naming the field, for what cannot be. */
  public WarningContent {
    title = Field.text("title", title, LONGEST_TITLE);
    summary = Field.text("summary", summary, LONGEST_SUMMARY);
    advice = advice == null ? Advice.NONE : advice;
    if (severity == null) {
      throw Field.bad("severity", "one of low, medium, high, critical");
    }
    type = type(type);
    if (tlp == null) {
      throw Field.bad("tlp", "one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED");
    }
    audience = audience == null ? Addressees.NOBODY : audience;
    audience.requireNamesFor(tlp);
    products = lines("products", products, any -> any);
    cves = lines("cves", cves, WarningContent::cve);
    observables =
        Field.list("observables", observables, MOST_OBSERVABLES).stream().distinct().toList();
    references = lines("references", references, WarningContent::url);
    languages = languages(lines("languages", languages, WarningContent::language));
    if (validFrom != null && validUntil != null && !validUntil.isAfter(validFrom)) {
      throw Field.bad("validUntil", "must be later than validFrom");
    }
    incidents = Field.list("incidents", incidents, MOST).stream().distinct().toList();
  }

  /** SHA-256 in hex, over the content as canonical JSON (RFC 8785): what an approval binds to. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(ScoId.canonical(EntityJson.tree(this))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What kind of incident it warns of; empty where none fits. */
  public Optional<Rsit> rsit() {
    return Optional.ofNullable(type).flatMap(Rsit::ofType);
  }

  /**
   * What the sharing policy looks at. A warning goes to whom it is addressed; that an address in it
   * lies in somebody's part of the net does not show it to them.
   */
  public Marked marked(String submitter) {
    return new Marked(tlp, submitter, audience.audience(), Concerned.NOTHING);
  }

  /** The same, marked otherwise. */
  WarningContent marked(Tlp level, Addressees addressees) {
    return new WarningContent(
        title,
        summary,
        advice,
        severity,
        type,
        level,
        addressees,
        products,
        cves,
        observables,
        references,
        languages,
        validFrom,
        validUntil,
        incidents);
  }

  /** The same without the incidents it comes of. */
  WarningContent withoutIncidents() {
    return new WarningContent(
        title,
        summary,
        advice,
        severity,
        type,
        tlp,
        audience,
        products,
        cves,
        observables,
        references,
        languages,
        validFrom,
        validUntil,
        List.of());
  }

  private static List<String> lines(
      String field, @Nullable List<String> given, UnaryOperator<String> readable) {
    return Field.list(field, given, MOST).stream()
        .map(line -> readable.apply(Field.text(field, line, LONGEST_LINE)))
        .distinct()
        .toList();
  }

  private static List<String> languages(List<String> given) {
    return given.isEmpty() ? List.of("en") : given;
  }

  private static @Nullable String type(@Nullable String given) {
    String text = Field.optional("type", given, LONGEST_LINE);
    if (text == null) {
      return null;
    }
    return Rsit.ofType(text.toLowerCase(Locale.ROOT))
        .map(Rsit::type)
        .orElseThrow(() -> Field.bad("type", "'" + text + "' is no type of RSIT"));
  }

  private static String cve(String given) {
    String id = given.toUpperCase(Locale.ROOT);
    if (!id.matches("CVE-\\d{4}-\\d{4,19}")) {
      throw Field.bad("cves", "'" + given + "' is no CVE");
    }
    return id;
  }

  private static String url(String given) {
    try {
      URI uri = URI.create(given);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")) {
        return given;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for an address of another scheme.
    }
    throw Field.bad("references", "'" + given + "' is no http or https URL");
  }

  private static String language(String given) {
    if (!given.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      throw Field.bad("languages", "'" + given + "' is no BCP 47 tag");
    }
    return given;
  }
}
