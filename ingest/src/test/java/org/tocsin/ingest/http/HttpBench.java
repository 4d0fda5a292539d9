package org.tocsin.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.tocsin.formats.Formats;
import org.tocsin.ingest.IngestBench;
import org.tocsin.ingest.IngestConfiguration;
import org.tocsin.ingest.RecordingReportLog;
import org.tocsin.ingest.SampleFormat;
import org.tocsin.ingest.StoredSubmissions;
import org.tocsin.ingest.submission.Backpressure;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.Role;
import org.tocsin.store.Feeds;
import org.tocsin.store.feed.KnownFeeds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The role ingest as a server of its own, on a log in memory; each identity is named as its role.
 */
final class HttpBench implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  HttpBench(String... properties) {
    context =
        new SpringApplicationBuilder(Server.class)
            .web(WebApplicationType.SERVLET)
            .properties(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.threads.virtual.enabled=true",
                "spring.main.banner-mode=off",
                "logging.level.root=warn",
                "tocsin.registrations.feed.providers.shadowserver=scans,events",
                "tocsin.registrations.feed.loosest-tlp=green",
                "tocsin.registrations.feed.tlp=amber")
            .properties(properties)
            .run();
  }

  int port() {
    return Integer.parseInt(
        String.valueOf(context.getEnvironment().getProperty("local.server.port")));
  }

  RecordingReportLog log() {
    return context.getBean(RecordingReportLog.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void bulkWait(Optional<Duration> wait) {
    context.getBean(Server.class).bulkWait = wait;
  }

  /** What was decided about feeds. */
  List<Feed> decided() {
    return context.getBean(Server.class).decided;
  }

  /** A request by the identity of that role; null for nobody. */
  HttpRequest.Builder request(Role who, String query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/reports" + query))
            .timeout(Duration.ofSeconds(60));
    return who == null ? request : request.header("Authorization", basic(who));
  }

  HttpResponse<String> post(Role who, String query, byte[] body, String... headers) {
    HttpRequest.Builder request =
        request(who, query).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String basic(Role who) {
    String credentials = who.realmName() + ":secret";
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }

  @Configuration
  @EnableAutoConfiguration
  @Import(IngestConfiguration.class)
  static class Server {
    private volatile Optional<Duration> bulkWait = Optional.empty();
    private final List<Feed> decided = new CopyOnWriteArrayList<>();

    @Bean
    RecordingReportLog reportLog() {
      return new RecordingReportLog();
    }

    @Bean
    StoredSubmissions storedSubmissions() {
      return new StoredSubmissions();
    }

    @Bean
    Formats formats() {
      return SampleFormat.FORMATS;
    }

    @Bean
    Supplier<NodeNamespace> namespace() {
      return () -> IngestBench.NAMESPACE;
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    Backpressure backpressure() {
      return () -> bulkWait;
    }

    @Bean
    KnownFeeds knownFeeds() {
      AtomicLong looks = new AtomicLong();
      Feeds feeds =
          new Feeds() {
            @Override
            public long edition() {
              return looks.incrementAndGet();
            }

            @Override
            public List<Feed> feeds() {
              return List.copyOf(decided);
            }
          };
      return new KnownFeeds(feeds, InstantSource.system());
    }

    @Bean
    InMemoryUserDetailsManager users() {
      InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
      for (Role role : Role.values()) {
        users.createUser(
            User.withUsername(role.realmName())
                .password("{noop}secret")
                .roles(role.name())
                .build());
      }
      return users;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
      return http.csrf(csrf -> csrf.disable())
          .httpBasic(Customizer.withDefaults())
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .build();
    }
  }
}
