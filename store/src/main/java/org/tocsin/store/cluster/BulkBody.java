package org.tocsin.store.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.tocsin.model.stix.StixJson;
import org.tocsin.store.cluster.BulkOperation.Absent;
import org.tocsin.store.cluster.BulkOperation.Newer;
import org.tocsin.store.cluster.BulkOperation.NotOlder;
import org.tocsin.store.cluster.BulkOperation.Unchanged;

/** The body of one bulk request, and which operations are in it. */
final class BulkBody {
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

  private final Buffer buffer = new Buffer();
  private final List<Integer> operations = new ArrayList<>();

  void add(int number, BulkOperation operation, byte[] source) {
    operations.add(number);
    buffer.writeBytes(action(operation).getBytes(StandardCharsets.UTF_8));
    buffer.writeBytes(source);
    buffer.write('\n');
  }

  /** The operations' places in the whole list, in the order of the answer. */
  List<Integer> operations() {
    return operations;
  }

  int bytes() {
    return buffer.size();
  }

  HttpEntity entity() {
    return buffer.entity();
  }

  private static String action(BulkOperation operation) {
    String target =
        "\"_index\":" + quoted(operation.index()) + ",\"_id\":" + quoted(operation.id());
    return switch (operation.condition()) {
      case Absent none -> "{\"create\":{" + target + "}}\n";
      case Newer newer -> version(target, "external", newer.version());
      case NotOlder same -> version(target, "external_gte", same.version());
      case Unchanged state -> {
        String seen = ",\"if_seq_no\":" + state.seqNo() + ",\"if_primary_term\":";
        yield "{\"index\":{" + target + seen + state.primaryTerm() + "}}\n";
      }
    };
  }

  private static String version(String target, String type, long version) {
    String order = ",\"version_type\":\"" + type + "\",\"version\":" + version;
    return "{\"index\":{" + target + order + "}}\n";
  }

  private static String quoted(String text) {
    return StixJson.MAPPER.writeValueAsString(text);
  }

  /** Hands its bytes out without a copy. */
  private static final class Buffer extends ByteArrayOutputStream {
    HttpEntity entity() {
      return new ByteArrayEntity(buf, 0, count, NDJSON);
    }
  }
}
