package org.tocsin.app;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.tocsin.store.StoreSettings;

/**
 * How to reach Elasticsearch and what to keep there.
 *
 * @param url where it answers; default http://127.0.0.1:9200
 * @param user who the program is to it; none by default
 * @param password that user's password; none by default
 * @param prefix put before every index, alias and template; empty by default
 * @param shards primary shards of each index; default 1
 * @param replicas copies of each shard: 0, the default, on a single node, at least 1 in production
 * @param retention how long observations are kept; default 400 days
 * @param requestTimeout longest wait for an answer; default 30s
 * @param bulkBytes size of one bulk request; default 5MB
 * @param documentBytes largest document, below a fortieth of Elasticsearch's heap; default 20MB
 */
@ConfigurationProperties("tocsin.elasticsearch")
record ElasticsearchProperties(
    @DefaultValue("http://127.0.0.1:9200") URI url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("") String prefix,
    @DefaultValue("1") int shards,
    @DefaultValue("0") int replicas,
    @DefaultValue("400d") Duration retention,
    @DefaultValue("30s") Duration requestTimeout,
    @DefaultValue("5MB") DataSize bulkBytes,
    @DefaultValue("20MB") DataSize documentBytes) {

  StoreSettings toSettings() {
    StoreSettings standard = StoreSettings.at(url);
    return new StoreSettings(
        url,
        user == null || password == null ? null : new StoreSettings.Credentials(user, password),
        prefix,
        shards,
        replicas,
        retention,
        standard.connectTimeout(),
        requestTimeout,
        standard.writePatience(),
        standard.readPatience(),
        standard.submissionTimeout(),
        (int) bulkBytes.toBytes(),
        (int) documentBytes.toBytes());
  }
}
