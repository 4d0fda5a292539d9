/** Who may submit what: providers, feeds and the loosest TLP of each client. */
@NullMarked
package org.tocsin.ingest.registration;

import org.jspecify.annotations.NullMarked;
