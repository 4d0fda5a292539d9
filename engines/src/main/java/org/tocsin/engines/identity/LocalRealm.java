package org.tocsin.engines.identity;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Adds to the realm of a local Keycloak what the realm file must not hold: the demo's people and
 * machines with their well-known secrets, a client for the command line, and where the console is.
 * Doing it again changes nothing.
 *
 * <p>Only ever for a Keycloak on the loopback interface; anything else is refused.
 */
public final class LocalRealm {

  /** The realm's name. */
  public static final String NAME = "tocsin";

  private static final String REALM = "/admin/realms/" + NAME;
  private static final int CONFLICT = 409;
  private static final int LOCAL_TOKEN_SECONDS = 3600;

  private final KeycloakClient keycloak;
  private final String token;

  /**
   * Signs in as the administrator, which also proves that the Keycloak is the one of this home.
   *
   * @param keycloakUrl URL without a trailing slash
   * @param admin its administrator
   * @throws IdentityException when it is not on loopback, refuses, or does not answer
   */
  public LocalRealm(String keycloakUrl, BootstrapAdmin admin) {
    requireLoopback(keycloakUrl);
    keycloak = new KeycloakClient(keycloakUrl);
    token =
        keycloak.token(
            "master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                admin.user(),
                "password",
                admin.password()));
  }

  /** Adds the people, the machines and the client for the command line. */
  public void addDemo() {
    keycloak.send(
        "PUT", REALM, token, Map.of("realm", NAME, "accessTokenLifespan", LOCAL_TOKEN_SECONDS), 0);
    addClient(
        client(LocalTokens.CLI, Map.of("publicClient", true, "directAccessGrantsEnabled", true)));
    LocalMachine.ALL.forEach(this::addMachine);
    LocalPerson.ALL.forEach(this::addPerson);
  }

  /**
   * Tells the realm where the console is, and its secret.
   *
   * @param consoleUrls URLs without a trailing slash, the first is the main one
   * @param secret the secret of client {@code tocsin-console}
   */
  public void placeConsole(List<String> consoleUrls, String secret) {
    JsonNode console = keycloak.get(REALM + "/clients?clientId=tocsin-console", token).path(0);
    Map<String, Object> change = new TreeMap<>();
    change.put("clientId", "tocsin-console");
    change.put("secret", secret);
    change.put("rootUrl", consoleUrls.getFirst());
    change.put(
        "redirectUris", consoleUrls.stream().map(url -> url + "/login/oauth2/code/*").toList());
    change.put(
        "attributes",
        Map.of(
            "pkce.code.challenge.method",
            "S256",
            "post.logout.redirect.uris",
            String.join("##", consoleUrls.stream().map(url -> url + "/*").toList())));
    keycloak.send("PUT", REALM + "/clients/" + console.path("id").asString(), token, change, 0);
  }

  private void addPerson(LocalPerson person) {
    Map<String, Object> user = new TreeMap<>();
    user.put("username", person.name());
    user.put("enabled", true);
    user.put("firstName", person.firstName());
    user.put("lastName", person.lastName());
    user.put("email", person.name() + "@tocsin.example");
    user.put("emailVerified", true);
    user.put(
        "credentials",
        List.of(Map.of("type", "password", "value", person.name(), "temporary", false)));
    if (!person.country().isEmpty()) {
      user.put(
          "attributes",
          Map.of(
              "organisation", List.of(person.organisation()),
              "country", List.of(person.country())));
    }
    int added = keycloak.send("POST", REALM + "/users", token, user, CONFLICT);
    JsonNode found =
        keycloak.get(
            REALM + "/users?exact=true&username=" + KeycloakClient.encode(person.name()), token);
    String id = found.path(0).path("id").asString();
    if (added == CONFLICT) {
      user.remove("credentials");
      keycloak.send("PUT", REALM + "/users/" + id, token, user, 0);
    }
    grant(id, person.roles());
  }

  private void addMachine(LocalMachine machine) {
    Map<String, Object> abilities = new TreeMap<>();
    abilities.put("secret", machine.name());
    abilities.put("serviceAccountsEnabled", true);
    if (!machine.organisation().isEmpty()) {
      abilities.put(
          "protocolMappers", List.of(constant("organisation", machine.organisation()), audience()));
    }
    addClient(client(machine.name(), abilities));
    String id =
        keycloak
            .get(REALM + "/clients?clientId=" + machine.name(), token)
            .path(0)
            .path("id")
            .asString();
    JsonNode account = keycloak.get(REALM + "/clients/" + id + "/service-account-user", token);
    grant(account.path("id").asString(), List.of(machine.role()));
  }

  private void addClient(Map<String, Object> client) {
    keycloak.send("POST", REALM + "/clients", token, client, CONFLICT);
  }

  private void grant(String userId, List<String> roles) {
    List<JsonNode> known =
        roles.stream().map(role -> keycloak.get(REALM + "/roles/" + role, token)).toList();
    keycloak.send(
        "POST", REALM + "/users/" + userId + "/role-mappings/realm", token, known, CONFLICT);
  }

  /** A client that can do nothing but what is said. */
  private static Map<String, Object> client(String id, Map<String, Object> abilities) {
    Map<String, Object> client = new TreeMap<>();
    client.put("clientId", id);
    client.put("name", id + " (local demo)");
    client.put("protocol", "openid-connect");
    client.put("publicClient", false);
    client.put("standardFlowEnabled", false);
    client.put("directAccessGrantsEnabled", false);
    client.put("serviceAccountsEnabled", false);
    client.put("protocolMappers", List.of(claim("organisation"), claim("country"), audience()));
    client.putAll(abilities);
    return client;
  }

  private static Map<String, Object> claim(String attribute) {
    return mapper(
        attribute,
        "oidc-usermodel-attribute-mapper",
        Map.of(
            "user.attribute",
            attribute,
            "claim.name",
            attribute,
            "jsonType.label",
            "String",
            "access.token.claim",
            "true"));
  }

  private static Map<String, Object> constant(String name, String value) {
    return mapper(
        name,
        "oidc-hardcoded-claim-mapper",
        Map.of(
            "claim.name",
            name,
            "claim.value",
            value,
            "jsonType.label",
            "String",
            "access.token.claim",
            "true"));
  }

  private static Map<String, Object> audience() {
    return mapper(
        "tocsin-api",
        "oidc-audience-mapper",
        Map.of("included.custom.audience", "tocsin-api", "access.token.claim", "true"));
  }

  private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
    return Map.of(
        "name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
  }

  private static void requireLoopback(String url) {
    try {
      if (!InetAddress.getByName(URI.create(url).getHost()).isLoopbackAddress()) {
        throw new IdentityException("demo identities are only for an engine on loopback: " + url);
      }
    } catch (UnknownHostException e) {
      throw new IdentityException("no such host: " + url, e);
    }
  }
}
