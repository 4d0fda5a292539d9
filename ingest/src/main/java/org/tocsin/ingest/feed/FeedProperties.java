package org.tocsin.ingest.feed;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How feeds are fetched.
 *
 * @param file the operator's feeds; empty, the default, for none
 * @param fetch whether this process fetches feeds; default true
 * @param state folder where it is remembered what was fetched; default {@code .tocsin/feeds}
 * @param concurrency how many feeds are fetched at the same time; default 4
 * @param spread how far the first fetches after a start are spread; default 30s
 * @param firstPause pause after a failure, doubled after each further one; default 1m
 * @param longestPause the longest such pause; default 1h
 * @param largestMail the largest mail that is taken from a mailbox; a larger one stays there and is
 *     told of; default 25MB
 */
@ConfigurationProperties("tocsin.feeds")
public record FeedProperties(
    @DefaultValue("") String file,
    @DefaultValue("true") boolean fetch,
    @DefaultValue(".tocsin/feeds") String state,
    @DefaultValue("4") int concurrency,
    @DefaultValue("30s") Duration spread,
    @DefaultValue("1m") Duration firstPause,
    @DefaultValue("1h") Duration longestPause,
    @DefaultValue("25MB") DataSize largestMail) {

  /** The name of the property that says whether this process fetches feeds. */
  public static final String FETCH = "tocsin.feeds.fetch";

  @Nullable Path operatorsFile() {
    return file.isBlank() ? null : Path.of(file);
  }

  FeedSettings toSettings() {
    return new FeedSettings(concurrency, spread, firstPause, longestPause);
  }
}
