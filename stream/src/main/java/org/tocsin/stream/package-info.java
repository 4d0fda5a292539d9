/** The only module that knows Kafka: topics, lanes, the raw log, watermarks and the journal. */
@NullMarked
package org.tocsin.stream;

import org.jspecify.annotations.NullMarked;
