// The part of ECharts that is used, in a chunk of its own: it is fetched when a chart is looked at.
import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

export const draw = (place: HTMLElement) => init(place, undefined, { renderer: 'svg' })
