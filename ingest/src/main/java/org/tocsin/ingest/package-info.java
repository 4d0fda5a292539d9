@NullMarked
package org.tocsin.ingest;

import org.jspecify.annotations.NullMarked;
