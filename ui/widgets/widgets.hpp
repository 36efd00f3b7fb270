// All widgets, for views.
#pragma once

#include "ui/theme/metrics.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/chart.hpp"
#include "ui/widgets/choice.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/finder.hpp"
#include "ui/widgets/message.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/status.hpp"
#include "ui/widgets/surface.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"
