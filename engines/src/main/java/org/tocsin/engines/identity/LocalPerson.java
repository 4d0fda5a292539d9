package org.tocsin.engines.identity;

import java.util.List;

/**
 * A person of the local demo. The password is the name.
 *
 * @param name user name
 * @param firstName first name
 * @param lastName last name
 * @param organisation claim {@code organisation}, an id of the directory; empty for the node's own
 *     people
 * @param country claim {@code country}, two letters; empty for the node's own people
 * @param roles realm roles
 */
public record LocalPerson(
    String name,
    String firstName,
    String lastName,
    String organisation,
    String country,
    List<String> roles) {

  /** Everybody. */
  public static final List<LocalPerson> ALL =
      List.of(
          staff("analyst", "Alma", "Nowak", "analyst"),
          staff("lead", "Lina", "Okafor", "lead", "analyst"),
          staff("admin", "Adil", "Karimov", "admin"),
          staff("auditor", "Aude", "Silva", "auditor"),
          focalPoint("focal-fr", "Fleur", "Martin", "cert-fr", "FR"),
          focalPoint("focal-de", "Dieter", "Lange", "cert-de", "DE"),
          focalPoint("focal-es", "Elena", "Soler", "cert-es", "ES"),
          focalPoint("focal-pl", "Piotr", "Zielinski", "cert-pl", "PL"));

  /** Takes a copy of the roles. */
  public LocalPerson {
    roles = List.copyOf(roles);
  }

  private static LocalPerson staff(String name, String first, String last, String... roles) {
    return new LocalPerson(name, first, last, "", "", List.of(roles));
  }

  private static LocalPerson focalPoint(
      String name, String first, String last, String organisation, String country) {
    return new LocalPerson(name, first, last, organisation, country, List.of("focal-point"));
  }
}
