package org.tocsin.ingest.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

/**
 * The registrations of all clients. Whoever has none of their own gets that of their role: the
 * node's team may submit for any provider, a focal point for its organisation, a machine under its
 * own name. Thread-safe.
 */
public final class Registrations {
  private final Map<String, Registration> byClient;
  private final String ownProvider;

  /**
   * The given registrations.
   *
   * @param byClient registrations by client id or user name
   * @param ownProvider the provider this node's own team reports as by default
   */
  public Registrations(Map<String, Registration> byClient, String ownProvider) {
    this.byClient = Map.copyOf(byClient);
    this.ownProvider = ownProvider;
  }

  /**
   * The registration of that client.
   *
   * @throws RefusedException when it may not submit at all
   */
  public Registration of(Reader client) {
    if (!maySubmit(client)) {
      throw new RefusedException(
          Refusal.MAY_NOT_SUBMIT,
          "Submitting takes one of the roles feed, analyst, lead, admin, focal-point and peer.");
    }
    Registration own = byClient.get(client.name());
    return own == null ? ofRole(client) : own;
  }

  private Registration ofRole(Reader client) {
    if (isOfTheTeam(client)) {
      return team();
    }
    String organisation = client.roles().contains(Role.FOCAL_POINT) ? client.organisation() : null;
    return Stream.of(organisation, client.name())
        .filter(Objects::nonNull)
        .map(Registrations::slug)
        .filter(slug -> !slug.isEmpty())
        .findFirst()
        .map(Registrations::only)
        .orElseThrow(Registrations::nameless);
  }

  private Registration team() {
    List<String> any = List.of(Registration.ANY);
    Map<String, List<String>> providers = new LinkedHashMap<>();
    providers.put(ownProvider, any);
    providers.put(Registration.ANY, any);
    return new Registration(providers, Tlp.CLEAR, null);
  }

  private static Registration only(String provider) {
    return new Registration(Map.of(provider, List.of(Registration.DEFAULT_FEED)), Tlp.CLEAR, null);
  }

  private static boolean maySubmit(Reader client) {
    return isOfTheTeam(client)
        || client.roles().contains(Role.FEED)
        || client.roles().contains(Role.FOCAL_POINT)
        || client.roles().contains(Role.PEER);
  }

  private static boolean isOfTheTeam(Reader client) {
    return client.roles().contains(Role.ANALYST)
        || client.roles().contains(Role.LEAD)
        || client.roles().contains(Role.ADMIN);
  }

  /** Names without a single Latin letter or digit would all become the same provider. */
  private static RefusedException nameless() {
    return new RefusedException(
        Refusal.MAY_NOT_SUBMIT, "No provider can be named after this identity: register it.");
  }

  /** A name as a provider's: lower case, anything foreign a hyphen, at most 64 characters. */
  static String slug(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    String begun = plain.replaceAll("^[._-]+", "");
    return begun.substring(0, Math.min(begun.length(), 64)).replaceAll("[._-]+$", "");
  }
}
