package org.tocsin.store.cluster;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.tocsin.model.stix.StixJson;
import org.tocsin.store.StoreSettings;
import org.tocsin.store.StoreUnavailableException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One Elasticsearch cluster as the store talks to it. Connects when first used. Thread-safe. */
public final class Cluster implements AutoCloseable {

  /**
   * Largest answer that is read; a query with a larger one has to ask for less. Leaves room for one
   * document of the largest size.
   */
  static final int LARGEST_ANSWER = 48 * 1024 * 1024;

  /** Requests of readers and writers under way at once; more wait. */
  private static final int MOST_CONNECTIONS = 32;

  /** Reads documents as {@link StixJson} does; other values follow them within an answer. */
  private static final JsonMapper JSON =
      StixJson.MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final StoreSettings settings;
  private final Rest5Client rest;
  private final ElasticsearchClient client;

  /** The cluster of those settings. */
  public Cluster(StoreSettings settings) {
    this.settings = settings;
    this.rest = rest(settings);
    RequestOptions options =
        RequestOptions.DEFAULT.toBuilder()
            .setHttpAsyncResponseConsumerFactory(() -> new AnswerConsumer(LARGEST_ANSWER))
            .build();
    this.client =
        new ElasticsearchClient(
            new Rest5ClientTransport(
                rest, new Jackson3JsonpMapper(JSON), new Rest5ClientOptions(options, false)));
  }

  /** The typed client, for requests inside {@link #ask}. */
  public ElasticsearchClient client() {
    return client;
  }

  Rest5Client rest() {
    return rest;
  }

  /** What the store was told. */
  public StoreSettings settings() {
    return settings;
  }

  /** A request that may fail. */
  @FunctionalInterface
  public interface Question<T> {
    /** Sends it and reads the answer. */
    T ask() throws IOException;
  }

  /**
   * Asks, and asks again for a while when the failure is one that passes.
   *
   * @param doing what is asked for, for messages
   * @throws StoreUnavailableException when there was no answer
   */
  public <T> T ask(String doing, Question<T> question) {
    Patience patience = new Patience(settings.readPatience());
    while (true) {
      try {
        return question.ask();
      } catch (ElasticsearchException e) {
        if (!Failures.isPassing(e)) {
          throw new StoreUnavailableException("Elasticsearch refused: " + doing, e);
        }
        patience.pause(doing, e);
      } catch (IOException e) {
        if (AnswerConsumer.isTooLong(e)) {
          throw new AnswerTooLongException(e);
        }
        patience.pause(doing, e);
      } catch (RuntimeException e) {
        if (!Failures.isPassing(e)) {
          throw e;
        }
        patience.pause(doing, e);
      }
    }
  }

  @Override
  public void close() {
    try {
      rest.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing connections", e);
    }
  }

  private static Rest5Client rest(StoreSettings settings) {
    Timeout answer = Timeout.of(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    Timeout connect = Timeout.of(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
    Rest5ClientBuilder builder =
        Rest5Client.builder(settings.url())
            // Compressing answers costs both sides more than a local network does.
            .setHttpClientConfigCallback(
                http -> http.disableAutomaticRetries().disableContentCompression())
            .setConnectionConfigCallback(
                connection -> connection.setConnectTimeout(connect).setSocketTimeout(answer))
            .setRequestConfigCallback(
                request -> request.setResponseTimeout(answer).setConnectionRequestTimeout(connect));
    StoreSettings.Credentials credentials = settings.credentials();
    if (credentials != null) {
      builder.setDefaultHeaders(new Header[] {authorization(credentials)});
    }
    return builder.build();
  }

  /** HTTP Basic, RFC 7617. */
  private static Header authorization(StoreSettings.Credentials credentials) {
    String pair = credentials.user() + ":" + credentials.password();
    return new BasicHeader(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
