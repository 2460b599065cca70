#ifndef WAVELENGTH_STEMMER_SHIM_H
#define WAVELENGTH_STEMMER_SHIM_H

#include <libstemmer.h>

#endif
