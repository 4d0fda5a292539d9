/** Opens gzip and zip within limits, so that a bomb costs bounded memory, disk and time. */
@NullMarked
package org.tocsin.ingest.unpack;

import org.jspecify.annotations.NullMarked;
