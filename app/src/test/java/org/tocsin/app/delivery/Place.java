package org.tocsin.app.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.StoreSettings;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.connection.StreamConnection;

/** Where a node's engines are, and the prefix of all its names. */
record Place(String kafka, String elasticsearch, String prefix) {
  StreamConnection connect() {
    StreamSettings local = StreamSettings.local(kafka);
    return new StreamConnection(
        new StreamSettings(
            kafka,
            local.security(),
            prefix,
            1,
            local.interactivePartitions(),
            local.bulkPartitions(),
            local.rawRetention(),
            local.compression(),
            local.bufferMemory(),
            local.batchRecords(),
            local.blockTimeout(),
            local.requestTimeout(),
            local.deliveryTimeout(),
            Duration.ofSeconds(6),
            local.takeTimeout(),
            local.tickInterval()),
        new SimpleMeterRegistry());
  }

  ElasticsearchStore store() {
    StoreSettings usual = StoreSettings.at(URI.create(elasticsearch)).withPrefix(prefix);
    return new ElasticsearchStore(
        new StoreSettings(
            usual.url(),
            null,
            prefix,
            1,
            0,
            Duration.ofDays(40),
            usual.connectTimeout(),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            usual.submissionTimeout(),
            usual.bulkBytes(),
            usual.documentBytes()),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }
}
